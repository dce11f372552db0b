package org.iochub.model.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.iochub.model.PersonalData;
import org.iochub.model.RecordType;
import org.iochub.model.json.ModelJson;
import org.iochub.model.record.RecordTypes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SchemaTest {
    private static final Path FILES = Path.of("src/main/resources/org/iochub/model/schema");

    static List<RecordType<?>> types() {
        return RecordTypes.builtIn();
    }

    /** A change of the model shows in review as a change of these files; {@code -Dschemas.write=true} renews them. */
    @ParameterizedTest
    @MethodSource("types")
    void isTheCommittedOne(RecordType<?> type) throws IOException {
        String file = type.name() + ".v" + type.major() + ".json";
        String made = pretty(JsonSchemas.of(type, "urn:iochub:schema:" + type.name() + ":v" + type.major()));
        if (Boolean.getBoolean("schemas.write")) {
            Files.createDirectories(FILES);
            Files.writeString(FILES.resolve(file), made);
        }
        assertThat(FILES.resolve(file))
                .as("mvn verify -pl bundles/model -Dschemas.write=true makes it")
                .exists();
        assertThat(made).isEqualTo(Files.readString(FILES.resolve(file)));
    }

    private static String pretty(ObjectNode schema) throws IOException {
        ObjectMapper mapper = ModelJson.newMapper();
        DefaultIndenter lines = new DefaultIndenter("  ", "\n");
        DefaultPrettyPrinter printer =
                new DefaultPrettyPrinter().withObjectIndenter(lines).withArrayIndenter(lines);
        return mapper.writer(printer).writeValueAsString(schema) + "\n";
    }

    @ParameterizedTest
    @MethodSource("types")
    void everyFieldHasTwoTitlesAndNoPersonalOneIsRequired(RecordType<?> type) {
        check(type.dataClass());
    }

    private static void check(Class<?> record) {
        for (Shape.Component component : Shape.of(record).components()) {
            assertThat(component.field().vi()).as(component.name()).isNotBlank();
            assertThat(component.field().en()).as(component.name()).isNotBlank();
            if (component.field().personal() != PersonalData.NONE) {
                assertThat(component.required()).as(component.name()).isFalse();
            }
            if (component.kind() == Shape.Kind.NESTED) {
                check(component.valueClass());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("types")
    void namesItsTimeFieldAndIdentity(RecordType<?> type) {
        ObjectNode schema = JsonSchemas.of(type, "urn:x:y");
        assertThat(schema.get("properties")
                        .has(schema.get("x-iochub-time-field").textValue()))
                .isTrue();
        assertThat(schema.get("x-iochub-identity").get("fields"))
                .isNotEmpty()
                .allSatisfy(field -> assertThat(schema.get("properties").has(field.textValue()))
                        .isTrue());
        assertThat(schema.findValues("x-iochub-personal"))
                .isNotEmpty()
                .allSatisfy(level -> assertThat(level.textValue()).isIn("none", "basic", "sensitive"));
        assertThat(schema.toString())
                .as("unknown fields stay allowed")
                .doesNotContain("\"additionalProperties\":false");
    }

    public record NoAnnotation(String x) {}

    public record RequiredPersonal(
            @Field(vi = "Tên", en = "Name", personal = PersonalData.BASIC)
            String name) {}

    public record BadKind(@Field(vi = "a", en = "a") Optional<Thread> thread) {}

    @Test
    void refusesClassesThatBreakTheRules() {
        assertThatThrownBy(() -> Shape.of(NoAnnotation.class)).hasMessageContaining("NoAnnotation.x has no @Field");
        assertThatThrownBy(() -> Shape.of(RequiredPersonal.class)).hasMessageContaining("personal");
        assertThatThrownBy(() -> Shape.of(BadKind.class)).hasMessageContaining("java.lang.Thread");
        assertThatThrownBy(() -> Shape.of(String.class)).hasMessageContaining("public record");
    }
}
