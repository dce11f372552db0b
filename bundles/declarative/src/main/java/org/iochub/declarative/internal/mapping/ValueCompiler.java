package org.iochub.declarative.internal.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import org.iochub.declarative.internal.KeyPath;
import org.iochub.declarative.internal.Mistakes;
import org.iochub.declarative.internal.expression.Evaluator;
import org.iochub.declarative.internal.expression.JexlExpressions;
import org.iochub.declarative.internal.expression.function.CodeMapping;
import org.iochub.model.Text;
import org.iochub.model.schema.Shape;

/** Compiles how one field is filled. */
final class ValueCompiler {
    private final JexlExpressions expressions;
    private final Mistakes mistakes;
    private final Coercions coercions;
    private final Constants constants;
    private final FieldsCompiler nested;
    private final ListCompiler lists;

    ValueCompiler(MappingTools tools, FieldsCompiler nested) {
        this.expressions = tools.expressions();
        this.mistakes = tools.mistakes();
        this.coercions = new Coercions(tools.numbers());
        this.constants = new Constants(tools.mistakes());
        this.nested = nested;
        this.lists = new ListCompiler(tools.expressions(), tools.mistakes(), this);
    }

    /** @param hidden whether what is in it is personal */
    Filler compile(JsonNode spec, String pointer, Shape.Component component, boolean hidden) {
        return switch (component.container()) {
            case ONE, OPTIONAL -> one(spec, pointer, component, hidden);
            case LIST -> lists.compile(spec, pointer, component, hidden);
            case MAP -> map(spec, pointer, component);
        };
    }

    /** One value of the component, or one element of its list. */
    Filler one(JsonNode spec, String pointer, Shape.Component component, boolean hidden) {
        boolean optional = component.container() == Shape.Container.OPTIONAL;
        if (component.kind() == Shape.Kind.NESTED) {
            if (!spec.isObject()) {
                wrong(
                        pointer,
                        "Trường «" + component.name()
                                + "» gồm nhiều trường con; hãy viết từng trường con thụt vào dưới nó.",
                        "The field «" + component.name()
                                + "» has fields of its own; write each of them, indented below.");
                return Filler.NOTHING;
            }
            Shape shape = Shape.of(component.valueClass());
            RecordPlan plan = nested.compile(spec, pointer, shape, FieldsCompiler.required(shape), hidden);
            if (component.container() == Shape.Container.LIST) {
                return plan::orNothing;
            }
            Filler filler = optional ? plan::orNothing : plan::record;
            return scope -> filler.fill(TracedRow.within(scope, scope.row(), component.name()));
        }
        Coercion coercion = coercions.of(component);
        if (spec.isObject() && spec.has("constant")) {
            return constants.fixed(spec.get("constant"), KeyPath.child(pointer, "constant"), component, coercion);
        }
        if (spec.isValueNode() && !spec.isTextual()) {
            return constants.fixed(spec, pointer, component, coercion);
        }
        if (!spec.isTextual()) {
            wrong(
                    pointer,
                    "Trường «" + component.name()
                            + "» nhận một biểu thức hoặc { constant: … }, không phải danh sách hay"
                            + " các trường con.",
                    "The field «" + component.name()
                            + "» takes an expression or { constant: … }, not a list or fields.");
            return Filler.NOTHING;
        }
        return expression(spec.textValue(), pointer, component, coercion);
    }

    private Filler expression(String text, String pointer, Shape.Component component, Coercion coercion) {
        Evaluator evaluator = expressions.evaluator(text, pointer, mistakes);
        if (evaluator instanceof CodeMapping mapping && coercion instanceof CodeCoercion codes) {
            constants.checkMap(mapping, codes, component.name());
        }
        if (evaluator instanceof Evaluator.Constant constant && constant.value() != null) {
            return constants.fixed(constant.value(), pointer, component, coercion);
        }
        String field = component.name();
        return scope -> {
            TracedRow traced = scope.row() instanceof TracedRow row ? row : null;
            if (traced != null) {
                traced.begin();
            }
            Object value = evaluator.evaluate(scope);
            Object coerced = value == null ? null : coercion.coerce(value, scope);
            if (traced != null) {
                traced.end(field, coerced, text);
            }
            return coerced;
        };
    }

    /** A map has keys of the author's choice. */
    private Filler map(JsonNode spec, String pointer, Shape.Component component) {
        if (!spec.isObject()) {
            wrong(
                    pointer,
                    "Trường «" + component.name() + "» gồm các cặp khóa: biểu thức, thụt vào dưới nó.",
                    "The field «" + component.name() + "» has pairs of key: expression, indented below.");
            return Filler.NOTHING;
        }
        Map<String, Filler> entries = new LinkedHashMap<>();
        spec.properties()
                .forEach(entry -> entries.put(
                        entry.getKey(),
                        one(entry.getValue(), KeyPath.child(pointer, entry.getKey()), component, false)));
        return scope -> {
            Map<String, Object> filled = new LinkedHashMap<>();
            entries.forEach((key, filler) -> {
                Object value = filler.fill(scope);
                if (value != null) {
                    filled.put(key, value);
                }
            });
            return filled.isEmpty() ? null : Map.copyOf(filled);
        };
    }

    private void wrong(String pointer, String vi, String en) {
        mistakes.add(pointer, Text.of(vi, en));
    }
}
