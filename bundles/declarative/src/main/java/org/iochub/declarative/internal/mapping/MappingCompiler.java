package org.iochub.declarative.internal.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.iochub.core.settings.Nearest;
import org.iochub.declarative.internal.KeyPath;
import org.iochub.declarative.internal.Mistakes;
import org.iochub.declarative.internal.expression.Evaluator;
import org.iochub.model.RecordData;
import org.iochub.model.RecordType;
import org.iochub.model.Text;
import org.iochub.model.schema.Shape;

/** Compiles {@code map} and {@code complete}. */
public final class MappingCompiler {
    private static final Set<String> OPERATIONS = Set.of("upsert", "delete");

    private final MappingTools tools;
    private final Mistakes mistakes;
    private final List<RecordType<?>> types;
    private final FieldsCompiler fields;

    /** @param types that the hub knows, in their oldest major version */
    public MappingCompiler(MappingTools tools, List<RecordType<?>> types) {
        this.tools = tools;
        this.mistakes = tools.mistakes();
        this.types = List.copyOf(types);
        this.fields = new FieldsCompiler(tools);
    }

    /** @return of no use when there were mistakes */
    public Mapping compile(JsonNode map, JsonNode complete) {
        List<Entry<?>> entries = new ArrayList<>();
        for (int i = 0; map.isArray() && i < map.size(); i++) {
            String pointer = "/map/" + i;
            JsonNode entry = map.get(i);
            type(entry.path("type"))
                    .filter(known -> entry.path("fields").isObject())
                    .ifPresent(known -> entries.add(entry(known, entry, pointer)));
        }
        return new Mapping(entries, complete(complete, entries));
    }

    private Optional<RecordType<?>> type(JsonNode name) {
        return types.stream()
                .filter(type -> type.name().equals(name.textValue()))
                .findFirst();
    }

    private <T extends RecordData> Entry<T> entry(RecordType<T> type, JsonNode entry, String pointer) {
        Evaluator op = op(entry.path("op"), pointer + "/op");
        Shape shape = Shape.of(type.dataClass());
        boolean deletes = op instanceof Evaluator.Constant constant && "delete".equals(constant.value());
        RecordPlan plan = fields.compile(
                entry.get("fields"),
                pointer + "/fields",
                shape,
                deletes ? identity(type, shape) : FieldsCompiler.required(shape),
                false);
        return new Entry<>(
                type,
                expression(entry, pointer, "when"),
                op,
                plan,
                expression(entry, pointer, "area"),
                expression(entry, pointer, "version").map(Version::new));
    }

    /** The fields that identify the record, as far as no record is without them. */
    private static Set<String> identity(RecordType<?> type, Shape shape) {
        Set<String> required = FieldsCompiler.required(shape);
        required.retainAll(type.identityFields());
        return required;
    }

    private Evaluator op(JsonNode op, String pointer) {
        String text = op.asText("upsert");
        if (OPERATIONS.contains(text)) {
            return new Evaluator.Constant(text);
        }
        Evaluator evaluator = mistakes.sound(pointer)
                ? tools.expressions().evaluator(text, pointer, mistakes)
                : new Evaluator.Constant("upsert");
        // A word so like one of the two is a typing error, not a field.
        if (Nearest.of(text, OPERATIONS).isPresent() && mistakes.sound(pointer)) {
            Text choices = Mistakes.choices(text, List.of("upsert", "delete"));
            mistakes.add(
                    pointer,
                    Text.of(
                            "op là upsert, delete hoặc một biểu thức cho một trong hai; «" + text + "»: " + choices.vi()
                                    + ".",
                            "op is upsert, delete or an expression that gives one of them; «" + text + "»: "
                                    + choices.en() + "."));
        }
        return evaluator;
    }

    private Optional<Evaluator> expression(JsonNode entry, String pointer, String key) {
        String at = KeyPath.child(pointer, key);
        return Optional.ofNullable(entry.get(key))
                .filter(JsonNode::isTextual)
                .filter(text -> mistakes.sound(at))
                .map(text -> tools.expressions().evaluator(text.textValue(), at, mistakes))
                .map(evaluator -> tools.sensitive() ? Hidden.of(evaluator) : evaluator);
    }

    private List<RecordType<?>> complete(JsonNode names, List<Entry<?>> entries) {
        List<RecordType<?>> complete = new ArrayList<>();
        for (int i = 0; names.isArray() && i < names.size(); i++) {
            String name = names.get(i).asText();
            Optional<? extends RecordType<?>> type = entries.stream()
                    .map(Entry::type)
                    .filter(known -> known.name().equals(name))
                    .findFirst();
            if (type.isPresent()) {
                complete.add(type.get());
            } else if (mistakes.sound("/complete/" + i)) {
                List<String> mapped = entries.stream()
                        .map(entry -> entry.type().name())
                        .distinct()
                        .toList();
                Text choices = Mistakes.choices(name, mapped);
                mistakes.add(
                        "/complete/" + i,
                        Text.of(
                                "Loại «" + name + "» không có trong map; " + choices.vi() + ".",
                                "The type «" + name + "» is not mapped; " + choices.en() + "."));
            }
        }
        return complete;
    }
}
