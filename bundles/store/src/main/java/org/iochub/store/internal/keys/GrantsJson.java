package org.iochub.store.internal.keys;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.iochub.core.access.Grants;
import org.iochub.core.access.PersonalLevel;

/** Grants as text: one object; what is not restricted is left out. */
final class GrantsJson {
    private static final JsonFactory JSON = new JsonFactory();

    private GrantsJson() {}

    static String write(Grants grants) {
        StringWriter out = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(out)) {
            json.writeStartObject();
            json.writeBooleanField("read", grants.read());
            write(json, "types", grants.types());
            write(json, "tenants", grants.tenants());
            write(json, "areas", grants.areas());
            json.writeStringField("personal", grants.personal().name());
            write(json, "push", Optional.of(grants.push()));
            json.writeBooleanField("admin", grants.admin());
            if (grants.requestsPerMinute().isPresent()) {
                json.writeNumberField(
                        "requestsPerMinute", grants.requestsPerMinute().get());
            }
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString();
    }

    private static void write(JsonGenerator json, String name, Optional<Set<String>> values) throws IOException {
        if (values.isPresent()) {
            json.writeArrayFieldStart(name);
            for (String value : new TreeSet<>(values.get())) {
                json.writeString(value);
            }
            json.writeEndArray();
        }
    }

    static Grants read(String text) {
        boolean read = false;
        boolean admin = false;
        PersonalLevel personal = PersonalLevel.NONE;
        Optional<Set<String>> types = Optional.empty();
        Optional<Set<String>> tenants = Optional.empty();
        Optional<Set<String>> areas = Optional.empty();
        Set<String> push = Set.of();
        Optional<Integer> requestsPerMinute = Optional.empty();
        try (JsonParser json = JSON.createParser(text)) {
            json.nextToken();
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String name = json.currentName();
                json.nextToken();
                switch (name) {
                    case "read" -> read = json.getBooleanValue();
                    case "admin" -> admin = json.getBooleanValue();
                    case "personal" -> personal = PersonalLevel.valueOf(json.getText());
                    case "types" -> types = Optional.of(set(json));
                    case "tenants" -> tenants = Optional.of(set(json));
                    case "areas" -> areas = Optional.of(set(json));
                    case "push" -> push = set(json);
                    case "requestsPerMinute" -> requestsPerMinute = Optional.of(json.getIntValue());
                    default -> json.skipChildren();
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Grants(read, types, tenants, areas, personal, push, admin, requestsPerMinute);
    }

    private static Set<String> set(JsonParser json) throws IOException {
        Set<String> values = new TreeSet<>();
        while (json.nextToken() == JsonToken.VALUE_STRING) {
            values.add(json.getText());
        }
        return Set.copyOf(values);
    }
}
