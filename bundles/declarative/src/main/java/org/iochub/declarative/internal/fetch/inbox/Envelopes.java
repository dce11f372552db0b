package org.iochub.declarative.internal.fetch.inbox;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/**
 * Writes messages of a queue as lines of JSON, each with what the queue knows of it around what it holds: JSON as JSON,
 * other text as text, anything else in Base64 under the name with {@code Base64} behind it. Used by one thread.
 */
public final class Envelopes {
    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(200).build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    /** Writes the fields of one envelope. */
    @FunctionalInterface
    public interface Fields {
        void write(JsonGenerator json) throws IOException;
    }

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final JsonGenerator json;

    public Envelopes() throws IOException {
        json = JSON.createGenerator(bytes);
        json.setPrettyPrinter(new MinimalPrettyPrinter("\n"));
    }

    public void add(Fields fields) throws IOException {
        json.writeStartObject();
        fields.write(json);
        json.writeEndObject();
    }

    /** Everything added; nothing can be added any more. */
    public byte[] finish() throws IOException {
        json.close();
        return bytes.toByteArray();
    }

    /** A field of what a message holds. */
    public static void content(JsonGenerator json, String name, byte[] content) throws IOException {
        Optional<String> document = compact(content);
        if (document.isPresent()) {
            json.writeFieldName(name);
            json.writeRawValue(document.get());
        } else {
            text(json, name, content);
        }
    }

    /** A field of text, or of Base64 for what is none. */
    public static void text(JsonGenerator json, String name, byte[] content) throws IOException {
        try {
            json.writeStringField(
                    name,
                    StandardCharsets.UTF_8
                            .newDecoder()
                            .decode(ByteBuffer.wrap(content))
                            .toString());
        } catch (CharacterCodingException e) {
            json.writeStringField(name + "Base64", Base64.getEncoder().encodeToString(content));
        }
    }

    /** JSON on one line, read to its end first: half a document must not break the lines around it. */
    private static Optional<String> compact(byte[] content) {
        ByteArrayOutputStream copy = new ByteArrayOutputStream(content.length);
        try (JsonParser parser = JSON.createParser(content);
                JsonGenerator json = JSON.createGenerator(copy)) {
            json.setRootValueSeparator(null);
            int values = 0;
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                values += parser.getParsingContext().inRoot() && !token.isStructStart() ? 1 : 0;
                if (values > 1) {
                    return Optional.empty();
                }
                json.copyCurrentEventExact(parser);
            }
            json.flush();
            return values == 1 ? Optional.of(copy.toString(StandardCharsets.UTF_8)) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
