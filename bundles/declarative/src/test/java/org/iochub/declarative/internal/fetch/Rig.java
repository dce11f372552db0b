package org.iochub.declarative.internal.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.camel.RoutesBuilder;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.iochub.api.AdapterDescriptor;
import org.iochub.api.Change;
import org.iochub.api.Normalizer;
import org.iochub.api.RawPart;
import org.iochub.api.Secret;
import org.iochub.api.SettingKey;
import org.iochub.api.Source;
import org.iochub.api.SourceAdapter;
import org.iochub.declarative.internal.DeclaredSettings;
import org.iochub.declarative.internal.expression.Expressions;
import org.iochub.declarative.internal.format.RecordFormat;
import org.iochub.declarative.internal.format.Row;
import org.iochub.model.Fault;
import org.iochub.model.Text;
import org.iochub.testkit.TestHub;

/** As much of a declarative source as a fetch needs: a format that reads JSON, expressions that name a field. */
public final class Rig {
    public static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
    private static final ObjectMapper JSON = new ObjectMapper();

    private Rig() {}

    /** The records of {@code /items}, or of an array. */
    public static final RecordFormat ITEMS = message -> {
        List<Row> rows = new ArrayList<>();
        JsonNode root;
        try (InputStream in = message.open()) {
            root = JSON.readTree(in);
        } catch (com.fasterxml.jackson.core.JacksonException e) {
            throw new UncheckedIOException(e);
        }
        for (JsonNode item : root.isArray() ? root : root.path("items")) {
            Map<String, Object> value = new LinkedHashMap<>();
            item.fields()
                    .forEachRemaining(
                            field -> value.put(field.getKey(), field.getValue().asText()));
            rows.add(new Row.Found(value, RawPart.of("item", item.path("id").asText())));
        }
        return rows.stream();
    };

    /** One record: the message. */
    public static final RecordFormat WHOLE = message -> Stream.of(new Row.Found(Map.of(), RawPart.whole(message)));

    /** An expression is the name of a field. */
    static final Expressions FIELDS = (text, pointer, problems) ->
            scope -> Optional.ofNullable(scope.row().get(text));

    /** Compiles what stands under {@code name}, which has to fit its schema and be without problems. */
    public static Fetch fetch(FetchFactory factory, String yaml, RecordFormat format, SettingKey... keys) {
        List<Text> problems = new ArrayList<>();
        Fetch fetch = compile(factory, yaml, format, (pointer, text) -> problems.add(text), keys);
        assertThat(problems).isEmpty();
        return fetch;
    }

    public static Fetch compile(
            FetchFactory factory,
            String yaml,
            RecordFormat format,
            org.iochub.declarative.internal.Problems problems,
            SettingKey... keys) {
        JsonNode options = yaml(yaml);
        assertThat(schema(factory.name()).validate(options)).isEmpty();
        return factory.compile(
                options,
                "/from/" + factory.name(),
                new FetchFactory.Tools(List.of(keys), FIELDS, Optional.of(format)),
                problems);
    }

    public static JsonNode yaml(String text) {
        try {
            return YAML.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static JsonSchema schema(String name) {
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(
                        Rig.class.getResourceAsStream("/org/iochub/declarative/schema/from/" + name + ".schema.json"));
    }

    public static TestHub<DeclaredSettings> hub(Fetch fetch, RecordFormat format) {
        return new TestHub<>(new Adapter(fetch, format), Rig::code);
    }

    /** The settings of an instance; a value that begins with {@code secret:} is a secret. */
    public static DeclaredSettings settings(String... pairs) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            String value = pairs[i + 1];
            String hidden = value.replaceFirst("^secret:", "");
            values.put(pairs[i], hidden.equals(value) ? value : new Secret("env:TEST", () -> hidden));
        }
        return new DeclaredSettings(values);
    }

    public static SettingKey text(String name) {
        return Fill.slot(name);
    }

    public static SettingKey secret(String name) {
        return new SettingKey(
                name, SettingKey.Kind.SECRET, false, false, Text.of(name, name), "", "", 0, 0, "", List.of());
    }

    /** Long enough for a busy machine: nothing here is a matter of time. */
    public static ConditionFactory patiently() {
        return Awaitility.await().atMost(Duration.ofMinutes(1)).pollInterval(Duration.ofMillis(20));
    }

    /** What the record at hand is called. */
    static String code(Change change) {
        try (InputStream in = change.raw().content().open()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record Adapter(Fetch fetch, RecordFormat format) implements SourceAdapter<DeclaredSettings> {
        @Override
        public AdapterDescriptor<DeclaredSettings> descriptor() {
            throw new UnsupportedOperationException("the test hub does not ask");
        }

        @Override
        public Normalizer normalizer(Source<DeclaredSettings> source) {
            // What a record becomes is not the fetch's business: a refusal carries any.
            return message -> format.read(message)
                    .map(row -> row instanceof Row.Found found
                            ? new Change.Refusal(Fault.of("row", "", "", ""), found.raw())
                            : ((Row.Broken) row).refusal());
        }

        @Override
        public RoutesBuilder routes(Source<DeclaredSettings> source) {
            return fetch.routes(source);
        }
    }
}
