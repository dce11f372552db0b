package org.iochub.declarative.internal.fetch.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.iochub.api.Secret;
import org.iochub.api.SettingKey;
import org.iochub.declarative.internal.DeclaredSettings;
import org.iochub.declarative.internal.expression.Expressions;
import org.iochub.declarative.internal.fetch.Fetch;
import org.iochub.declarative.internal.fetch.FetchFactory;
import org.iochub.model.Text;

/** Compiles options as a file holds them, and settings for them. */
public final class Compile {
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
    /** What no log, sentence or header may show. */
    public static final String HIDDEN = "bi-mat-x9";

    private Compile() {}

    /** A fetch of options without problems, which fit the schema. */
    public static Fetch good(FetchFactory factory, String yaml) {
        assertThat(misfits(factory, yaml)).isEmpty();
        List<String> problems = new ArrayList<>();
        Fetch fetch = compile(factory, yaml, problems);
        assertThat(problems).isEmpty();
        return fetch;
    }

    /** What is wrong, as {@code pointer: sentence}. */
    public static List<String> problems(FetchFactory factory, String yaml) {
        assertThat(misfits(factory, yaml)).isEmpty();
        List<String> problems = new ArrayList<>();
        compile(factory, yaml, problems);
        return problems;
    }

    private static Fetch compile(FetchFactory factory, String yaml, List<String> problems) {
        Expressions none = (text, pointer, all) -> scope -> Optional.empty();
        return factory.compile(
                tree(yaml),
                "/from/" + factory.name(),
                new FetchFactory.Tools(keys(), none, Optional.empty()),
                (pointer, text) -> {
                    assertThat(text.vi()).isNotBlank().isNotEqualTo(text.en());
                    problems.add(pointer + ": " + text.en());
                });
    }

    /** What the schema says against it. */
    public static List<String> misfits(FetchFactory factory, String yaml) {
        InputStream in = factory.getClass()
                .getResourceAsStream("/org/iochub/declarative/schema/from/" + factory.name() + ".schema.json");
        JsonSchema schema =
                JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(in);
        return schema.validate(tree(yaml)).stream()
                .map(message -> message.getMessage())
                .toList();
    }

    private static JsonNode tree(String yaml) {
        try {
            return YAML.readTree(yaml);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static List<SettingKey> keys() {
        return List.of(key("address", SettingKey.Kind.TEXT), key("hidden", SettingKey.Kind.SECRET));
    }

    private static SettingKey key(String name, SettingKey.Kind kind) {
        return new SettingKey(name, kind, false, true, Text.of("Cấu hình", "Setting"), "", "", 0, 0, "", List.of());
    }

    /** The setting {@code address}, and {@link #HIDDEN} as {@code hidden}. */
    public static DeclaredSettings settings(String address) {
        return new DeclaredSettings(Map.of("address", address, "hidden", new Secret("env:HIDDEN", () -> HIDDEN)));
    }
}
