package org.iochub.model.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.OutputFormat;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Random;
import org.iochub.model.FaultException;
import org.iochub.model.RandomRecords;
import org.iochub.model.RecordData;
import org.iochub.model.RecordType;
import org.iochub.model.json.ModelJson;
import org.iochub.model.json.RecordCodec;
import org.iochub.model.record.RecordTypes;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The published schema and the hub's own validator say the same, of good records and of broken ones. */
class SchemaAgreementTest {
    private final ModelJson json = new ModelJson();

    static List<RecordType<?>> types() {
        return RecordTypes.builtIn();
    }

    private static JsonSchema schema(RecordType<?> type) {
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(
                        JsonSchemas.of(type, "urn:iochub:test:" + type),
                        SchemaValidatorsConfig.builder()
                                .formatAssertionsEnabled(true)
                                .build());
    }

    private static boolean accepts(JsonSchema schema, String text) {
        return schema.validate(text, InputFormat.JSON, OutputFormat.BOOLEAN);
    }

    @ParameterizedTest
    @MethodSource("types")
    <T extends RecordData> void bothAcceptGoodRecords(RecordType<T> type) {
        JsonSchema schema = schema(type);
        RecordValidator<T> validator = RecordValidator.of(type);
        RecordCodec<T> codec = json.codec(type);
        RandomRecords random = new RandomRecords(7);
        for (int i = 0; i < 150; i++) {
            T record = random.record(type.dataClass());
            assertThat(validator.validate(record)).as("%s", record).isEmpty();
            assertThat(accepts(schema, new String(codec.write(record), StandardCharsets.UTF_8)))
                    .as("%s", record)
                    .isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("types")
    <T extends RecordData> void bothRefuseBrokenRecords(RecordType<T> type) throws ReflectiveOperationException {
        JsonSchema schema = schema(type);
        RecordValidator<T> validator = RecordValidator.of(type);
        RecordCodec<T> codec = json.codec(type);
        RandomRecords random = new RandomRecords(8);
        int broken = 0;
        for (int round = 0; round < 20; round++) {
            T good = random.record(type.dataClass());
            RecordComponent[] components = type.dataClass().getRecordComponents();
            for (int i = 0; i < components.length; i++) {
                for (Object bad : badValues(components[i])) {
                    Object[] values = values(good, components);
                    values[i] = bad;
                    T record = RandomRecords.construct(type.dataClass(), values);
                    boolean accepted = accepts(schema, new String(codec.write(record), StandardCharsets.UTF_8));
                    assertThat(validator.validate(record).isEmpty())
                            .as("%s = %s", components[i].getName(), bad)
                            .isEqualTo(accepted)
                            .isFalse();
                    assertThat(validator.validate(record))
                            .allSatisfy(fault -> assertThat(fault.where()).isNotEmpty());
                    broken++;
                }
            }
        }
        assertThat(broken).isPositive();
    }

    private static Object[] values(Object record, RecordComponent[] components) throws ReflectiveOperationException {
        Object[] values = new Object[components.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = components[i].getAccessor().invoke(record);
        }
        return values;
    }

    private static List<Object> badValues(RecordComponent component) {
        Field field = component.getAnnotation(Field.class);
        List<Object> bad = new ArrayList<>();
        String tooLong = "ộ".repeat(field.maxLength() + 1);
        Class<?> raw = component.getType();
        if (raw == String.class) {
            bad.add(tooLong);
            bad.add("");
            bad.add(null);
            if (!field.pattern().isEmpty()) {
                bad.add("không đúng mẫu");
            }
        } else if (!raw.isPrimitive()
                && Shape.of(component.getDeclaringRecord()).components().stream()
                        .anyMatch(c -> c.name().equals(component.getName()) && c.required())) {
            bad.add(null);
        }
        if (component.getGenericType().getTypeName().equals("java.util.Optional<java.lang.String>")) {
            bad.add(Optional.of(tooLong));
        }
        if (component.getGenericType().getTypeName().equals("java.util.List<java.lang.String>")) {
            bad.add(List.of("x", tooLong));
            bad.add(Collections.nCopies(field.maxItems() + 1, "x"));
        }
        if (raw == Map.class) {
            bad.add(Map.of("k", tooLong));
        }
        for (double limit : new double[] {field.min() - 1, field.max() + 1}) {
            if (Double.isInfinite(limit)) {
                continue;
            }
            switch (raw.getSimpleName()) {
                case "int" -> bad.add((int) limit);
                case "double" -> bad.add(limit);
                case "OptionalInt" -> bad.add(OptionalInt.of((int) limit));
                case "OptionalLong" -> bad.add(OptionalLong.of((long) limit));
                case "OptionalDouble" -> bad.add(OptionalDouble.of(limit));
                default -> {}
            }
        }
        return bad;
    }

    /** Any JSON: what the schema accepts can be read and is valid, and the other way round. */
    @ParameterizedTest
    @MethodSource("types")
    <T extends RecordData> void agreeOnJsonThatOthersWrote(RecordType<T> type) throws IOException {
        JsonSchema schema = schema(type);
        RecordValidator<T> validator = RecordValidator.of(type);
        RecordCodec<T> codec = json.codec(type);
        RandomRecords records = new RandomRecords(9);
        Random random = new Random(9);
        int refused = 0;
        for (int i = 0; i < 400; i++) {
            JsonNode tree = json.mapper().readTree(codec.write(records.record(type.dataClass())));
            mutate((ObjectNode) tree, random);
            String text = tree.toString();
            boolean accepted = accepts(schema, text);
            refused += accepted ? 0 : 1;
            assertThat(isReadable(codec, validator, text)).as(text).isEqualTo(accepted);
        }
        assertThat(refused).isBetween(100, 399);
    }

    private static <T> boolean isReadable(RecordCodec<T> codec, RecordValidator<T> validator, String text) {
        try {
            return validator
                    .validate(codec.read(text.getBytes(StandardCharsets.UTF_8)))
                    .isEmpty();
        } catch (FaultException e) {
            return false;
        }
    }

    /** Removes a field, or gives one a value of another kind, at any depth. */
    private static void mutate(ObjectNode object, Random random) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        String name = names.get(random.nextInt(names.size()));
        JsonNode value = object.get(name);
        if (random.nextInt(3) > 0 && value instanceof ObjectNode nested && !nested.isEmpty()) {
            mutate(nested, random);
        } else if (random.nextInt(3) > 0
                && value instanceof ArrayNode array
                && array.get(0) instanceof ObjectNode element
                && !element.isEmpty()) {
            mutate(element, random);
        } else {
            switch (random.nextInt(6)) {
                case 0 -> object.remove(name);
                case 1 -> object.put(name, true);
                case 2 -> object.put(name, "văn bản");
                case 3 -> object.put(name, 123_456_789);
                case 4 -> object.set(name, object.objectNode().put("x", 1));
                default -> object.set(name, object.arrayNode().add("x"));
            }
        }
    }
}
