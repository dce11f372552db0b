package org.iochub.declarative.internal.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.iochub.declarative.internal.KeyPath;
import org.iochub.declarative.internal.Mistakes;
import org.iochub.declarative.internal.Problems;
import org.iochub.declarative.internal.expression.Values;
import org.iochub.declarative.internal.expression.function.CodeMapping;
import org.iochub.declarative.internal.expression.function.IsoDates;
import org.iochub.model.FaultException;
import org.iochub.model.Text;
import org.iochub.model.schema.Shape;
import org.iochub.model.text.Nfc;

/** Values that stand in the file itself: checked once, while the file is compiled. */
final class Constants {
    private static final ZoneId ANY = ZoneId.of("Asia/Ho_Chi_Minh");

    private final Problems problems;
    /** Maps whose codes were checked against a list, so that each mistake is said once. */
    private final Set<String> checked = new HashSet<>();

    Constants(Problems problems) {
        this.problems = problems;
    }

    Filler fixed(JsonNode value, String pointer, Shape.Component component, Coercion coercion) {
        if (value.isNull() || value.isContainerNode()) {
            problems.add(
                    pointer,
                    Text.of(
                            "Hằng số phải là một chữ, số hoặc giá trị đúng/sai; bỏ trường này đi nếu không có giá trị.",
                            "A constant is a text, a number or a truth value; leave the field out if it has none."));
            return Filler.NOTHING;
        }
        Object plain = value.isTextual()
                ? value.textValue()
                : value.isBoolean()
                        ? (Object) value.booleanValue()
                        : value.isIntegralNumber() ? (Object) value.longValue() : value.decimalValue();
        return fixed(plain, pointer, component, coercion);
    }

    Filler fixed(Object value, String pointer, Shape.Component component, Coercion coercion) {
        Shape.Kind kind = component.kind();
        try {
            if (kind == Shape.Kind.TEXT) {
                return new Filler.Fixed(Nfc.of(Values.text(value)));
            }
            if ((kind == Shape.Kind.DATE || kind == Shape.Kind.DATE_TIME) && value instanceof String text) {
                // Its offset is the instance's.
                IsoDates.read(text, ANY);
                return scope -> coercion.coerce(text, scope);
            }
            if (coercion instanceof CodeCoercion codes && !codes.codes().contains(Values.text(value))) {
                code(Values.text(value), codes.codes(), pointer, component.name());
                return Filler.NOTHING;
            }
            return new Filler.Fixed(coercion.coerce(value));
        } catch (FaultException e) {
            problems.add(pointer, e.fault().message());
            return Filler.NOTHING;
        }
    }

    /** Every code of the map must be one that the field takes. */
    void checkMap(CodeMapping mapping, CodeCoercion codes, String field) {
        mapping.map().forEach((source, shared) -> {
            String pointer = KeyPath.child(KeyPath.child("/codes", mapping.name()), source);
            if (!codes.codes().contains(shared) && checked.add(pointer)) {
                code(shared, codes.codes(), pointer, field);
            }
        });
    }

    private void code(String code, List<String> valid, String pointer, String field) {
        Text choices = Mistakes.choices(code, valid);
        problems.add(
                pointer,
                Text.of(
                        "«" + code + "» không phải mã của trường " + field + "; " + choices.vi() + ".",
                        "«" + code + "» is no code of the field " + field + "; " + choices.en() + "."));
    }
}
