package org.iochub.model.code;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.iochub.model.FaultException;
import org.iochub.model.trace.Trace;

/**
 * What one source's codes of one field mean in the shared model. There is no default: a code that is not in the map is
 * a fault, so that it goes to quarantine and somebody decides. Immutable.
 *
 * @param <E> the shared model's list
 */
public final class CodeMap<E> {
    private final String field;
    private final Map<String, E> meanings;

    private CodeMap(String field, Map<String, E> meanings) {
        this.field = field;
        this.meanings = new TreeMap<>(meanings);
    }

    /**
     * @param field the source's name of the field, for faults
     * @param meanings the codes exactly as the source writes them; {@code 1} and {@code 01} are two codes
     */
    public static <E> CodeMap<E> of(String field, Map<String, E> meanings) {
        return new CodeMap<>(field, meanings);
    }

    public Optional<E> find(String code) {
        Optional<E> meaning = Optional.ofNullable(meanings.get(code.strip()));
        meaning.ifPresent(found -> Trace.step(field, code, found, "code map of " + field));
        return meaning;
    }

    /**
     * @throws FaultException {@code unknown-code}, naming the code, the field and the codes that are known
     */
    public E require(String code) {
        return find(code)
                .orElseThrow(() -> FaultException.of(
                        "unknown-code",
                        field,
                        "Mã «" + code + "» của trường " + field + " chưa được ánh xạ; các mã đã biết: " + known() + ".",
                        "The code \"" + code + "\" of the field " + field + " is not mapped; known codes: " + known()
                                + "."));
    }

    private String known() {
        return String.join(", ", meanings.keySet());
    }
}
