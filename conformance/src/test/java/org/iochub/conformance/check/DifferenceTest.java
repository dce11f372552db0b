package org.iochub.conformance.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

class DifferenceTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private static JsonNode read(String text) throws JsonProcessingException {
        return JSON.readTree(text);
    }

    @Test
    void aNumberReadFromAFileIsTheOneThatWasWrittenToIt() throws JsonProcessingException {
        JsonNode written = JSON.createObjectNode().put("version", 7L).put("n", 1);

        assertThat(Difference.between(read("{\"version\":7,\"n\":1}"), written)).isEmpty();
        assertThat(Difference.between(
                        read("[{\"version\":8,\"n\":1}]"),
                        JSON.createArrayNode().add(written)))
                .hasValueSatisfying(found -> assertThat(found.path()).isEqualTo("[0].version"));
    }

    @Test
    void saysWhereTheFirstDifferenceIs() throws JsonProcessingException {
        assertThat(Difference.between(read("[{\"a\":[1,2]}]"), read("[{\"a\":[1]}]")))
                .hasValueSatisfying(found -> {
                    assertThat(found.path()).isEqualTo("[0].a[1]");
                    assertThat(found.expected()).isEqualTo("2");
                    assertThat(found.actual()).isEmpty();
                });
        assertThat(Difference.between(read("{\"a\":1}"), read("[1]"))).isPresent();
        assertThat(Difference.between(read("{\"a\":1}"), read("{\"a\":\"1\"}"))).isPresent();
    }
}
