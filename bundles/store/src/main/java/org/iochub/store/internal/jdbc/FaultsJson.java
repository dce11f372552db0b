package org.iochub.store.internal.jdbc;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.iochub.model.Fault;

/** A version's notes as text: an array of objects with {@code code}, {@code where}, {@code vi}, {@code en}. */
public final class FaultsJson {
    private static final JsonFactory JSON = new JsonFactory();

    private FaultsJson() {}

    /** {@code null} for none. */
    public static String write(List<Fault> faults) {
        if (faults.isEmpty()) {
            return null;
        }
        StringWriter out = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(out)) {
            json.writeStartArray();
            for (Fault fault : faults) {
                json.writeStartObject();
                json.writeStringField("code", fault.code());
                json.writeStringField("where", fault.where());
                json.writeStringField("vi", fault.message().vi());
                json.writeStringField("en", fault.message().en());
                json.writeEndObject();
            }
            json.writeEndArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString();
    }

    public static List<Fault> read(String text) {
        if (text == null) {
            return List.of();
        }
        List<Fault> faults = new ArrayList<>();
        try (JsonParser json = JSON.createParser(text)) {
            json.nextToken();
            while (json.nextToken() == JsonToken.START_OBJECT) {
                String[] values = {"", "", "", ""};
                while (json.nextToken() == JsonToken.FIELD_NAME) {
                    int at = List.of("code", "where", "vi", "en").indexOf(json.currentName());
                    String value = json.nextTextValue();
                    if (at >= 0 && value != null) {
                        values[at] = value;
                    }
                }
                faults.add(Fault.of(values[0], values[1], values[2], values[3]));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return faults;
    }
}
