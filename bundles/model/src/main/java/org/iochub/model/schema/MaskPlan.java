package org.iochub.model.schema;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.iochub.model.PersonalAccess;
import org.iochub.model.record.Location;
import org.iochub.model.text.FreeTextMask;

/** What becomes of each field of an object on its way to a reader. Fields it does not know are not shown. */
final class MaskPlan {
    /** What becomes of the value under the parser; it writes the field's name first, unless it drops the field. */
    private interface Step {
        void copy(String name, JsonParser in, JsonGenerator out) throws IOException;
    }

    private final Map<String, Step> steps = new HashMap<>();
    private boolean changes;

    private MaskPlan() {}

    static MaskPlan of(Shape shape, PersonalAccess access) {
        MaskPlan plan = new MaskPlan();
        for (Shape.Component component : shape.components()) {
            plan.steps.put(component.name(), plan.step(component, access));
        }
        return plan;
    }

    /** Whether any field is not copied as it is. */
    boolean changes() {
        return changes;
    }

    private Step step(Shape.Component component, PersonalAccess access) {
        if (component.isPersonal()) {
            changes = true;
            return access == PersonalAccess.NONE ? MaskPlan::drop : masked(component);
        }
        if (component.kind() == Shape.Kind.NESTED) {
            MaskPlan nested = of(Shape.of(component.valueClass()), access);
            changes |= nested.changes;
            return nested.changes ? nested::copyObjects : MaskPlan::keep;
        }
        if (component.field().freeText()) {
            changes = true;
            return text(FreeTextMask::mask);
        }
        return MaskPlan::keep;
    }

    private static Step masked(Shape.Component component) {
        boolean text = component.kind() == Shape.Kind.TEXT;
        boolean place = component.valueClass() == Location.class;
        return switch (component.field().mask()) {
            case DROP -> MaskPlan::drop;
            case SCAN -> text(FreeTextMask::mask);
            case ADDRESS -> text(Masks::address);
            case INITIALS -> text(Masks::initials);
            case TAIL -> text(Masks::tail);
            case ROUND -> MaskPlan::round;
            case AUTO -> {
                if (component.field().freeText()) {
                    yield text(FreeTextMask::mask);
                }
                if (place) {
                    yield MaskPlan::round;
                }
                yield text ? text(Masks::tail) : MaskPlan::drop;
            }
        };
    }

    /** Copies the object under the parser, up to its end. */
    void copyObject(JsonParser in, JsonGenerator out) throws IOException {
        out.writeStartObject();
        for (String name = in.nextFieldName(); name != null; name = in.nextFieldName()) {
            in.nextToken();
            steps.getOrDefault(name, MaskPlan::drop).copy(name, in, out);
        }
        out.writeEndObject();
    }

    private void copyObjects(String name, JsonParser in, JsonGenerator out) throws IOException {
        out.writeFieldName(name);
        copyEach(in, out);
    }

    private void copyEach(JsonParser in, JsonGenerator out) throws IOException {
        if (in.currentToken() == JsonToken.START_ARRAY) {
            out.writeStartArray();
            while (in.nextToken() != JsonToken.END_ARRAY) {
                copyEach(in, out);
            }
            out.writeEndArray();
        } else if (in.currentToken() == JsonToken.START_OBJECT) {
            copyObject(in, out);
        } else {
            scalar(in, out);
        }
    }

    private static void drop(String name, JsonParser in, JsonGenerator out) throws IOException {
        in.skipChildren();
    }

    private static void keep(String name, JsonParser in, JsonGenerator out) throws IOException {
        out.writeFieldName(name);
        int depth = 0;
        do {
            JsonToken token = in.currentToken();
            scalar(in, out);
            depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
        } while (depth > 0 && in.nextToken() != null);
    }

    private static void scalar(JsonParser in, JsonGenerator out) throws IOException {
        if (in.currentToken().isNumeric()) {
            // The digits as they stand: no reading, no rounding.
            out.writeNumber(in.getText());
        } else {
            out.copyCurrentEvent(in);
        }
    }

    private static Step text(UnaryOperator<String> mask) {
        return (name, in, out) -> {
            out.writeFieldName(name);
            texts(mask, in, out);
        };
    }

    private static void texts(UnaryOperator<String> mask, JsonParser in, JsonGenerator out) throws IOException {
        switch (in.currentToken()) {
            case VALUE_STRING -> out.writeString(mask.apply(in.getText()));
            case FIELD_NAME -> out.writeFieldName(in.currentName());
            case START_ARRAY -> {
                out.writeStartArray();
                while (in.nextToken() != JsonToken.END_ARRAY) {
                    texts(mask, in, out);
                }
                out.writeEndArray();
            }
            case START_OBJECT -> {
                out.writeStartObject();
                while (in.nextToken() != JsonToken.END_OBJECT) {
                    texts(mask, in, out);
                }
                out.writeEndObject();
            }
            // A text mask on anything else would let it through: show nothing.
            default -> out.writeNull();
        }
    }

    /** Every number within, to two decimals. */
    private static void round(String name, JsonParser in, JsonGenerator out) throws IOException {
        out.writeFieldName(name);
        int depth = 0;
        do {
            JsonToken token = in.currentToken();
            if (token.isNumeric()) {
                BigDecimal rounded = in.getDecimalValue().setScale(2, RoundingMode.HALF_UP);
                out.writeNumber(
                        rounded.signum() == 0
                                ? "0"
                                : rounded.stripTrailingZeros().toPlainString());
            } else {
                out.copyCurrentEvent(in);
            }
            depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
        } while (depth > 0 && in.nextToken() != null);
    }
}
