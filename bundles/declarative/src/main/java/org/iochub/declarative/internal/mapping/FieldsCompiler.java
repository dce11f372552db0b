package org.iochub.declarative.internal.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.iochub.declarative.internal.KeyPath;
import org.iochub.declarative.internal.Mistakes;
import org.iochub.model.Text;
import org.iochub.model.schema.Shape;

/** Compiles what stands under {@code fields}, or under a nested field. */
final class FieldsCompiler {
    private final ValueCompiler values;
    private final Mistakes mistakes;
    private final boolean sensitive;

    FieldsCompiler(MappingTools tools) {
        this.mistakes = tools.mistakes();
        this.sensitive = tools.sensitive();
        this.values = new ValueCompiler(tools, this);
    }

    /**
     * @param required the fields that must be mapped
     * @param hidden whether all of it is personal
     */
    RecordPlan compile(JsonNode fields, String pointer, Shape shape, Set<String> required, boolean hidden) {
        unknown(fields, pointer, shape);
        List<String> missing = new ArrayList<>();
        List<FieldPlan> plans = new ArrayList<>();
        for (Shape.Component component : shape.components()) {
            String at = KeyPath.child(pointer, component.name());
            Optional<JsonNode> spec = Optional.ofNullable(fields.get(component.name()));
            // A code is not personal, and who maps it has to know it.
            boolean personal = hidden || component.isPersonal() || sensitive && component.kind() != Shape.Kind.CODE;
            Filler filler = spec.filter(any -> mistakes.sound(at))
                    .map(given -> values.compile(given, at, component, personal))
                    .orElse(Filler.NOTHING);
            if (spec.isEmpty() && required.contains(component.name())) {
                missing.add(component.name());
            }
            plans.add(new FieldPlan(component, filler, spec.isPresent(), personal));
        }
        if (!missing.isEmpty()) {
            mistakes.add(pointer, missing(missing));
        }
        return new RecordPlan(shape, plans);
    }

    /** The fields without which no record is right. */
    static Set<String> required(Shape shape) {
        return shape.components().stream()
                .filter(Shape.Component::required)
                .map(Shape.Component::name)
                .collect(Collectors.toSet());
    }

    private void unknown(JsonNode fields, String pointer, Shape shape) {
        List<String> known =
                shape.components().stream().map(Shape.Component::name).toList();
        for (Map.Entry<String, JsonNode> entry : fields.properties()) {
            String at = KeyPath.child(pointer, entry.getKey());
            // The schema says so first where it knows the type.
            if (!known.contains(entry.getKey()) && mistakes.sound(at)) {
                Text choices = Mistakes.choices(entry.getKey(), known);
                mistakes.add(
                        at,
                        Text.of(
                                "Không có trường «" + entry.getKey() + "»; " + choices.vi() + ".",
                                "There is no field «" + entry.getKey() + "»; " + choices.en() + "."));
            }
        }
    }

    private static Text missing(List<String> names) {
        String all = String.join(", ", names);
        return Text.of(
                "Chưa nói cách điền trường bắt buộc: " + all + "; hãy thêm vào đây.",
                "It is not said how these required fields are filled: " + all + "; add them here.");
    }
}
