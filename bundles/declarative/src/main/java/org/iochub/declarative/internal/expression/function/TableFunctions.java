package org.iochub.declarative.internal.expression.function;

import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.iochub.api.read.Shown;
import org.iochub.declarative.internal.expression.Evaluator;
import org.iochub.declarative.internal.expression.Values;
import org.iochub.model.FaultException;
import org.iochub.model.text.Nfc;

/** The tables in the file. */
final class TableFunctions {
    private static final int SHOWN_CODES = 30;

    private TableFunctions() {}

    static List<Function> all() {
        return List.of(
                Function.of(
                        "code(text, 'map')",
                        2,
                        2,
                        "Mã của mô hình chung theo bảng codes; mã lạ làm bản ghi bị từ chối, không bao giờ đoán.",
                        "The shared model's code by a map under codes; an unknown code refuses the record and is never"
                                + " guessed.",
                        TableFunctions::code),
                Function.of(
                        "lookup(key, 'table'[, 'field'])",
                        2,
                        3,
                        "Giá trị trong bảng lookups, hoặc một trường của nó; không có thì không có gì.",
                        "The value in a table under lookups, or a field of it; nothing when it is not there.",
                        TableFunctions::lookup));
    }

    private static Evaluator code(Arguments arguments) {
        Evaluator value = arguments.get(0);
        Map<String, String> map = arguments.choice(1, arguments.tables().codes());
        String name = arguments.literal(1);
        return new CodeMapping(value, name, map);
    }

    static FaultException unknown(String code, String map, Map<String, String> known) {
        String codes = String.join(
                ", ", new TreeSet<>(known.keySet()).stream().limit(SHOWN_CODES).toList());
        return FaultException.of(
                "unknown-code",
                "",
                "Mã «" + Shown.of(code) + "» không có trong bảng codes." + map + "; các mã đã biết: " + codes + ".",
                "The code «" + Shown.of(code) + "» is not in codes." + map + "; known codes: " + codes + ".");
    }

    private static Evaluator lookup(Arguments arguments) {
        Evaluator key = arguments.get(0);
        Map<String, Object> table = arguments.choice(1, arguments.tables().lookups());
        if (arguments.count() == 2) {
            return scope -> find(table, key.evaluate(scope));
        }
        Evaluator field = arguments.get(2);
        return scope -> find(table, key.evaluate(scope)) instanceof Map<?, ?> entry
                ? entry.get(Values.text(field.evaluate(scope)))
                : null;
    }

    private static Object find(Map<String, Object> table, Object key) {
        return Values.empty(key) ? null : table.get(Nfc.of(Values.text(key)).strip());
    }
}
