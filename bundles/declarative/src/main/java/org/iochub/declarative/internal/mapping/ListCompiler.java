package org.iochub.declarative.internal.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.iochub.declarative.internal.KeyPath;
import org.iochub.declarative.internal.Mistakes;
import org.iochub.declarative.internal.expression.Evaluator;
import org.iochub.declarative.internal.expression.JexlExpressions;
import org.iochub.declarative.internal.expression.Scope;
import org.iochub.declarative.internal.expression.Values;
import org.iochub.model.Fault;
import org.iochub.model.FaultException;
import org.iochub.model.Text;
import org.iochub.model.schema.Shape;

/** Compiles fields that are lists: {@code each … as}, a list of values, or an expression that gives one. */
final class ListCompiler {
    private final JexlExpressions expressions;
    private final Mistakes mistakes;
    private final ValueCompiler values;

    ListCompiler(JexlExpressions expressions, Mistakes mistakes, ValueCompiler values) {
        this.expressions = expressions;
        this.mistakes = mistakes;
        this.values = values;
    }

    Filler compile(JsonNode spec, String pointer, Shape.Component component, boolean hidden) {
        if (spec.isObject() && spec.path("each").isTextual()) {
            return each(spec, pointer, component, hidden);
        }
        if (spec.isArray()) {
            List<Filler> elements = new ArrayList<>();
            for (int i = 0; i < spec.size(); i++) {
                elements.add(values.one(spec.get(i), pointer + "/" + i, component, hidden));
            }
            return scope -> present(elements.stream()
                    .map(element -> Optional.ofNullable(element.fill(scope)))
                    .flatMap(Optional::stream)
                    .toList());
        }
        if (spec.isTextual() && component.kind() != Shape.Kind.NESTED) {
            Evaluator list = expressions.evaluator(spec.textValue(), pointer, mistakes);
            Filler element = values.one(TextNode.valueOf("value"), pointer, component, hidden);
            return scope -> all(list.evaluate(scope), scope, Optional.empty(), element, component.name());
        }
        mistakes.add(
                pointer,
                Text.of(
                        "Trường «" + component.name() + "» là danh sách; hãy viết { each: danh_sách, as: … }.",
                        "The field «" + component.name() + "» is a list; write { each: list, as: … }."));
        return Filler.NOTHING;
    }

    private Filler each(JsonNode spec, String pointer, Shape.Component component, boolean hidden) {
        Evaluator list = expressions.evaluator(spec.get("each").textValue(), KeyPath.child(pointer, "each"), mistakes);
        Optional<Evaluator> when = Optional.ofNullable(spec.get("when"))
                .filter(JsonNode::isTextual)
                .map(text -> expressions.evaluator(text.textValue(), KeyPath.child(pointer, "when"), mistakes));
        if (!spec.has("as")) {
            mistakes.add(
                    pointer,
                    Text.of(
                            "Thiếu as: mỗi phần tử thành gì; phần tử là một chữ thì viết as: value.",
                            "as is missing: what each element becomes; for an element that is a text, as: value."));
            return Filler.NOTHING;
        }
        Filler element = values.one(spec.get("as"), KeyPath.child(pointer, "as"), component, hidden);
        return scope -> all(list.evaluate(scope), scope, when, element, component.name());
    }

    /** One value counts as a list of one; elements that give nothing are left out. */
    private static Object all(Object list, Scope scope, Optional<Evaluator> when, Filler element, String name) {
        if (Values.empty(list)) {
            return null;
        }
        Collection<?> elements = list instanceof Collection<?> many ? many : List.of(list);
        List<Object> filled = new ArrayList<>(elements.size());
        int index = 0;
        for (Object one : elements) {
            if (one != null) {
                try {
                    add(filled, one, scope, when, element, name);
                } catch (FaultException e) {
                    throw new FaultException(at(e, index));
                }
            }
            index++;
        }
        return present(filled);
    }

    private static void add(
            List<Object> filled, Object one, Scope scope, Optional<Evaluator> when, Filler element, String name) {
        Scope inner = TracedRow.within(scope, new ElementRow(one, scope.row()), name + "[" + filled.size() + "]");
        if (when.isPresent() && !Values.truth(when.get().evaluate(inner))) {
            return;
        }
        Object value = element.fill(inner);
        if (value != null) {
            filled.add(value);
        }
    }

    private static Fault at(FaultException e, int index) {
        Fault fault = e.fault();
        String where = "[" + index + "]" + (fault.where().isEmpty() ? "" : "." + fault.where());
        return new Fault(fault.code(), where, fault.message());
    }

    private static Object present(List<Object> list) {
        return list.isEmpty() ? null : List.copyOf(list);
    }
}
