package org.iochub.shadow.internal;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.iochub.model.RecordType;
import org.iochub.model.record.RecordTypes;
import org.iochub.model.schema.JsonSchemas;

/** The names of fields that are personal in one of the shared types. */
final class PersonalNames {
    private static final Set<String> NAMES = RecordTypes.builtIn().stream()
            .map(PersonalNames::properties)
            .flatMap(
                    properties -> StreamSupport.stream(((Iterable<String>) properties::fieldNames).spliterator(), false)
                            .filter(name -> personal(properties.path(name))))
            .collect(Collectors.toUnmodifiableSet());

    private PersonalNames() {}

    /** By the first name of a path: {@code location} of {@code location.longitude}. */
    static boolean has(String path) {
        return NAMES.contains(path.split("[.\\[]", 2)[0]);
    }

    private static JsonNode properties(RecordType<?> type) {
        return JsonSchemas.of(type, "urn:fields").path("properties");
    }

    private static boolean personal(JsonNode property) {
        JsonNode personal = property.path("x-iochub-personal");
        return personal.isTextual() && !personal.asText().equals("none");
    }
}
