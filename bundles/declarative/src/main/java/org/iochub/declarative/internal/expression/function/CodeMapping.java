package org.iochub.declarative.internal.expression.function;

import java.util.Map;
import org.iochub.declarative.internal.expression.Evaluator;
import org.iochub.declarative.internal.expression.Scope;
import org.iochub.declarative.internal.expression.Values;
import org.iochub.model.text.Nfc;

/**
 * A call of {@code code}: known to the mapping, which checks the map against the codes that its field takes.
 *
 * @param name of the map
 * @param map the source's codes and the shared model's
 */
public record CodeMapping(Evaluator value, String name, Map<String, String> map) implements Evaluator {
    @Override
    public Object evaluate(Scope scope) {
        String code = Values.text(value.evaluate(scope));
        if (Values.empty(code)) {
            return null;
        }
        String meaning = map.get(code);
        // Codes in words may come decomposed, as windows-1258 has them; the file is in NFC.
        meaning = meaning == null ? map.get(Nfc.of(code).strip()) : meaning;
        if (meaning == null) {
            throw TableFunctions.unknown(code.strip(), name, map);
        }
        return meaning;
    }
}
