package org.iochub.store.internal.delivery;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.iochub.core.delivery.DeliveryFilter;

/** A filter as text: one object; what does not restrict is left out. */
final class FilterJson {
    private static final JsonFactory JSON = new JsonFactory();

    private FilterJson() {}

    static String write(DeliveryFilter filter) {
        StringWriter out = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(out)) {
            json.writeStartObject();
            json.writeStringField("type", filter.type());
            if (filter.major().isPresent()) {
                json.writeNumberField("major", filter.major().get());
            }
            write(json, "sources", filter.sources());
            write(json, "tenants", filter.tenants());
            write(json, "areas", filter.areas());
            if (filter.since().isPresent()) {
                json.writeStringField("since", filter.since().get().toString());
            }
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString();
    }

    private static void write(JsonGenerator json, String name, List<String> values) throws IOException {
        if (!values.isEmpty()) {
            json.writeArrayFieldStart(name);
            for (String value : values) {
                json.writeString(value);
            }
            json.writeEndArray();
        }
    }

    static DeliveryFilter read(String text) {
        String type = "";
        Optional<Integer> major = Optional.empty();
        List<String> sources = List.of();
        List<String> tenants = List.of();
        List<String> areas = List.of();
        Optional<OffsetDateTime> since = Optional.empty();
        try (JsonParser json = JSON.createParser(text)) {
            json.nextToken();
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String name = json.currentName();
                json.nextToken();
                switch (name) {
                    case "type" -> type = json.getText();
                    case "major" -> major = Optional.of(json.getIntValue());
                    case "sources" -> sources = list(json);
                    case "tenants" -> tenants = list(json);
                    case "areas" -> areas = list(json);
                    case "since" -> since = Optional.of(OffsetDateTime.parse(json.getText()));
                    default -> json.skipChildren();
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new DeliveryFilter(type, major, sources, tenants, areas, since);
    }

    private static List<String> list(JsonParser json) throws IOException {
        List<String> values = new ArrayList<>();
        while (json.nextToken() == JsonToken.VALUE_STRING) {
            values.add(json.getText());
        }
        return List.copyOf(values);
    }
}
