package org.iochub.store.internal.quarantine;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.TreeMap;

/** What a message's transport said, as a JSON object of texts. */
public final class Attributes {
    private static final JsonFactory JSON = new JsonFactory();
    private static final int MOST = 64 * 1024;

    private Attributes() {}

    /** {@code null} for none, and for so many that they would weigh more than the record. */
    static String write(Map<String, String> attributes) {
        if (attributes.isEmpty()) {
            return null;
        }
        StringWriter out = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(out)) {
            json.writeStartObject();
            for (Map.Entry<String, String> one : new TreeMap<>(attributes).entrySet()) {
                json.writeStringField(one.getKey(), one.getValue());
            }
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.getBuffer().length() > MOST ? null : out.toString();
    }

    public static Map<String, String> read(String text) {
        Map<String, String> attributes = new TreeMap<>();
        if (text == null) {
            return attributes;
        }
        try (JsonParser json = JSON.createParser(text)) {
            json.nextToken();
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                attributes.put(json.currentName(), json.nextTextValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return attributes;
    }
}
