package org.iochub.api.mqtt;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.iochub.api.RawMessage;
import org.iochub.api.read.JsonItem;
import org.iochub.api.read.JsonLimits;
import org.iochub.api.read.JsonRecords;
import org.iochub.model.FaultException;

/**
 * A batch of messages as one message of the hub: JSON, one line each, {@code {"topic":…,"payload":…}}, the payload as
 * text, or in base64 under {@code payloadBase64} where it is not UTF-8.
 */
public final class MqttMessages {
    private static final String TOPIC = "topic";
    private static final String TEXT = "payload";
    private static final String BYTES = "payloadBase64";
    /** Room for the largest message with every character escaped. */
    private static final JsonLimits LIMITS = new JsonLimits(8 << 20, 4, 8 << 20);

    /**
     * One message: what was published, where.
     *
     * @param payload the JSON document that was published, or what is wrong with it; its raw part is the batch's line
     */
    public record Published(String topic, JsonItem payload) {}

    private MqttMessages() {}

    /** The messages of a batch that hold JSON documents, in the order they came. To be closed. */
    public static Stream<Published> json(RawMessage batch) throws IOException {
        return JsonRecords.lines(batch, LIMITS).map(MqttMessages::published);
    }

    private static Published published(JsonItem line) {
        if (!(line instanceof JsonItem.Element element)) {
            return new Published("", line);
        }
        String topic = element.node().path(TOPIC).asText("");
        JsonItem payload;
        try {
            payload = JsonRecords.document(topic, bytes(element), JsonLimits.DEFAULT);
        } catch (FaultException e) {
            return new Published(topic, new JsonItem.Broken(e.fault(), element.raw()));
        }
        return new Published(
                topic,
                payload instanceof JsonItem.Element read
                        ? new JsonItem.Element(read.node(), element.raw())
                        : new JsonItem.Broken(((JsonItem.Broken) payload).fault(), element.raw()));
    }

    private static byte[] bytes(JsonItem.Element line) {
        Optional<String> text = Optional.ofNullable(line.node().path(TEXT).textValue());
        if (text.isPresent()) {
            return text.get().getBytes(StandardCharsets.UTF_8);
        }
        throw FaultException.of(
                "not-utf-8",
                line.node().path(TOPIC).asText(""),
                "Thông điệp MQTT không phải văn bản UTF-8; hãy sửa thiết bị gửi JSON bằng UTF-8.",
                "The MQTT message is no UTF-8 text; have the device send JSON in UTF-8.");
    }

    static byte[] write(List<Arrived> batch) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (JsonGenerator json = new JsonFactory().createGenerator(out)) {
            json.setRootValueSeparator(null);
            for (Arrived message : batch) {
                write(json, message);
                json.writeRaw('\n');
            }
        } catch (IOException e) {
            throw new UncheckedIOException("memory can always be written", e);
        }
        return out.toByteArray();
    }

    private static void write(JsonGenerator json, Arrived message) throws IOException {
        json.writeStartObject();
        json.writeStringField(TOPIC, message.topic());
        Optional<String> text = text(message.payload());
        if (text.isPresent()) {
            json.writeStringField(TEXT, text.get());
        } else {
            json.writeStringField(BYTES, Base64.getEncoder().encodeToString(message.payload()));
        }
        json.writeEndObject();
    }

    private static Optional<String> text(byte[] payload) {
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(payload))
                    .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    static String digest(byte[] body) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(body))
                    .substring(0, 32);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
