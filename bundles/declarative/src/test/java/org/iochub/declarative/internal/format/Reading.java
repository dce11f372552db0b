package org.iochub.declarative.internal.format;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.iochub.api.RawMessage;
import org.iochub.declarative.internal.Problems;
import org.iochub.testkit.TestMessage;

/** What the tests of all formats do. */
final class Reading {
    private Reading() {}

    /** A format by its options in YAML, which must fit the schema and have no problem. */
    static RecordFormat format(String name, String options) {
        JsonNode node = yaml(options);
        assertThat(schema(name).validate(node)).isEmpty();
        List<String> problems = new ArrayList<>();
        RecordFormat format = Formats.compile(name, node, "/format/" + name, noting(problems));
        assertThat(problems).isEmpty();
        return format;
    }

    /** What is wrong with options: the pointers. */
    static List<String> problems(String name, String options) {
        List<String> problems = new ArrayList<>();
        Formats.compile(name, yaml(options), "/format/" + name, noting(problems));
        return problems;
    }

    private static Problems noting(List<String> problems) {
        return (pointer, text) -> {
            assertThat(text.vi()).isNotBlank();
            assertThat(text.en()).isNotBlank();
            problems.add(pointer);
        };
    }

    static JsonNode yaml(String text) {
        try {
            return new YAMLMapper().readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static JsonSchema schema(String name) {
        String file = "/org/iochub/declarative/schema/format/" + name + ".schema.json";
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(Reading.class.getResourceAsStream(file));
    }

    static List<Row> rows(RecordFormat format, RawMessage message) {
        try (Stream<Row> rows = format.read(message)) {
            List<Row> all = new ArrayList<>();
            rows.iterator().forEachRemaining(all::add);
            return all;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Row> rows(String name, String options, String body) {
        return rows(format(name, options), TestMessage.of("message", body));
    }

    static List<Row> rows(String name, String options, byte[] body) {
        return rows(format(name, options), TestMessage.of("message", body));
    }

    /** The records; none may be broken. */
    static List<Map<String, Object>> values(List<Row> rows) {
        return rows.stream().map(Reading::value).toList();
    }

    static Map<String, Object> value(Row row) {
        assertThat(row).isInstanceOf(Row.Found.class);
        return ((Row.Found) row).value();
    }

    static String fault(Row row) {
        assertThat(row).isInstanceOf(Row.Broken.class);
        return ((Row.Broken) row).refusal().fault().code();
    }

    static String position(Row row) {
        return row instanceof Row.Found found
                ? found.raw().position()
                : ((Row.Broken) row).refusal().raw().position();
    }

    static String raw(Row row) {
        try (InputStream in = (row instanceof Row.Found found
                        ? found.raw()
                        : ((Row.Broken) row).refusal().raw())
                .content()
                .open()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
