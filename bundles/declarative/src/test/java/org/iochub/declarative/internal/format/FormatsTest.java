package org.iochub.declarative.internal.format;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FormatsTest {
    static Stream<String> names() {
        return Formats.names().stream();
    }

    @ParameterizedTest
    @MethodSource("names")
    void everyFormatHasASchemaThatExplainsItselfInBothLanguages(String name) throws IOException {
        JsonNode schema = new ObjectMapper()
                .readTree(FormatsTest.class.getResource(
                        "/org/iochub/declarative/schema/format/" + name + ".schema.json"));
        List<String> silent = new ArrayList<>();
        bilingual(schema, name, silent);
        assertThat(silent).isEmpty();
        assertThat(schema.path("additionalProperties")).isEqualTo(new ObjectMapper().readTree("false"));
        assertThat(schema.findValues("$ref")).isEmpty();
        assertThat(Reading.schema(name).validate(Reading.yaml("{nothing-such: 1}")))
                .isNotEmpty();
    }

    private static void bilingual(JsonNode schema, String where, List<String> silent) {
        if (!schema.path("description").asText().contains(" / ")) {
            silent.add(where);
        }
        schema.path("properties")
                .fields()
                .forEachRemaining(entry -> bilingual(entry.getValue(), where + "." + entry.getKey(), silent));
    }

    @Test
    void anUnknownFormatIsAProblem() {
        assertThat(Reading.problems("excel", "{}")).containsExactly("/format/excel");
    }
}
