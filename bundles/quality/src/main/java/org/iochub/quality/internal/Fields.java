package org.iochub.quality.internal;

import com.fasterxml.jackson.databind.JsonNode;
import java.lang.reflect.RecordComponent;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.iochub.model.RecordType;

/** Looks into a record's data: never at what a value says, but for times and for whether two are the same. */
final class Fields {
    private Fields() {}

    /** The names of a type's fields. */
    static List<String> of(RecordType<?> type) {
        return Arrays.stream(type.dataClass().getRecordComponents())
                .map(RecordComponent::getName)
                .toList();
    }

    static boolean filled(JsonNode data, String field) {
        return values(data, field).anyMatch(Fields::filled);
    }

    private static boolean filled(JsonNode value) {
        return value.isTextual()
                ? !value.textValue().isBlank()
                : value.isContainerNode() ? !value.isEmpty() : !value.isNull() && !value.isMissingNode();
    }

    /** One text for what the fields say together; empty when none says anything. */
    static Optional<String> print(JsonNode data, List<String> fields) {
        if (fields.isEmpty() || fields.stream().noneMatch(field -> filled(data, field))) {
            return Optional.empty();
        }
        StringBuilder all = new StringBuilder();
        fields.forEach(
                field -> all.append(field).append('=').append(data.path(field)).append('\n'));
        return Optional.of(Digests.of(all.toString()));
    }

    /** The latest of the times that fields say. */
    static Optional<Instant> latest(JsonNode data, List<String> fields, ZoneId zone) {
        return fields.stream()
                .flatMap(field -> values(data, field))
                .flatMap(value -> time(value, zone).stream())
                .max(Instant::compareTo);
    }

    private static Optional<Instant> time(JsonNode value, ZoneId zone) {
        String text = value.asText("");
        try {
            return Optional.of(
                    text.length() == 10
                            ? LocalDate.parse(text).atStartOfDay(zone).toInstant()
                            : OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** Of a path; each element of a list on the way. */
    private static Stream<JsonNode> values(JsonNode data, String path) {
        int dot = path.indexOf('.');
        JsonNode value = data.path(dot < 0 ? path : path.substring(0, dot));
        if (dot < 0) {
            return Stream.of(value);
        }
        String rest = path.substring(dot + 1);
        return value.isArray()
                ? StreamSupport.stream(value.spliterator(), false).flatMap(one -> values(one, rest))
                : values(value, rest);
    }
}
