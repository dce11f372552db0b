package org.iochub.declarative.internal.mapping;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.iochub.api.read.Shown;
import org.iochub.declarative.internal.expression.Scope;
import org.iochub.declarative.internal.expression.Values;
import org.iochub.model.FaultException;
import org.iochub.model.schema.WireCodes;

/** From a code of the shared model to its constant; never guesses. */
final class CodeCoercion implements Coercion {
    private final Map<String, Object> constants = new HashMap<>();
    private final List<String> codes = new ArrayList<>();

    CodeCoercion(Class<?> list) {
        for (Object constant : list.getEnumConstants()) {
            String code = WireCodes.of(constant).toString();
            constants.put(code, constant);
            codes.add(code);
        }
    }

    /** Every valid code, in the order of the list. */
    List<String> codes() {
        return codes;
    }

    @Override
    public Object coerce(Object value, Scope scope) {
        String code = Values.text(value);
        Object constant = constants.get(code);
        if (constant == null && !code.isBlank()) {
            String all = String.join(", ", codes);
            throw FaultException.of(
                    "unknown-code",
                    "",
                    "«" + Shown.of(code) + "» không phải mã của mô hình chung (" + all
                            + "); hãy dùng code(…) với một bảng" + " trong codes.",
                    "«" + Shown.of(code) + "» is no code of the shared model (" + all
                            + "); use code(…) with a map under codes.");
        }
        return constant;
    }
}
