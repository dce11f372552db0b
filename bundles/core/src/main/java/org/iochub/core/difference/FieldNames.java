package org.iochub.core.difference;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.iochub.model.RecordType;
import org.iochub.model.Text;
import org.iochub.model.schema.Shape;

/** What a type's schema says of its fields: titles, what is personal, what tells the elements of a list apart. */
record FieldNames(Map<String, Known> fields) {
    /**
     * @param title with the titles of what it stands in
     * @param nested the fields of its value, or of its elements; empty where they have none
     * @param key the fields that tell elements apart; empty where the type does not say
     */
    record Known(Text title, boolean personal, boolean freeText, Optional<FieldNames> nested, List<String> key) {}

    static FieldNames of(RecordType<?> type) {
        Map<String, List<String>> keys = new HashMap<>();
        type.parts().forEach(part -> keys.put(part.name(), part.key()));
        return of(Shape.of(type.dataClass()), Optional.empty(), false, keys);
    }

    private static FieldNames of(Shape shape, Optional<Text> outer, boolean personal, Map<String, List<String>> keys) {
        Map<String, Known> fields = new HashMap<>();
        for (Shape.Component component : shape.components()) {
            Text own = Text.of(component.field().vi(), component.field().en());
            Text title = outer.map(o -> Text.of(o.vi() + " › " + own.vi(), o.en() + " › " + own.en()))
                    .orElse(own);
            boolean hidden = personal || component.isPersonal();
            Optional<FieldNames> nested = component.kind() == Shape.Kind.NESTED
                    ? Optional.of(of(Shape.of(component.valueClass()), Optional.of(title), hidden, Map.of()))
                    : Optional.empty();
            fields.put(
                    component.name(),
                    new Known(
                            title,
                            hidden,
                            component.field().freeText(),
                            nested,
                            keys.getOrDefault(component.name(), List.of())));
        }
        return new FieldNames(Map.copyOf(fields));
    }

    /** A field that the schema does not know may hold anything, so it is treated as personal. */
    Known get(String name) {
        return fields.getOrDefault(name, new Known(Text.of(name, name), true, false, Optional.empty(), List.of()));
    }

    /** Whether a value of it shown as a whole would show something personal. */
    boolean anyPersonal() {
        return fields.values().stream()
                .anyMatch(field -> field.personal()
                        || field.nested().map(FieldNames::anyPersonal).orElse(false));
    }

    boolean anyFreeText() {
        return fields.values().stream()
                .anyMatch(field -> field.freeText()
                        || field.nested().map(FieldNames::anyFreeText).orElse(false));
    }
}
