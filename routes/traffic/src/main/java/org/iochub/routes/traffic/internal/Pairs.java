package org.iochub.routes.traffic.internal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.iochub.model.FaultException;
import org.iochub.model.code.CodeMap;

/** Reads settings that map the source's codes: {@code source=shared}. */
final class Pairs {
    private Pairs() {}

    /**
     * @param meaning of what stands behind the equals sign; empty when it means nothing
     * @throws FaultException {@code bad-setting}
     */
    static <T> CodeMap<T> read(
            String setting, String field, List<String> pairs, Function<String, Optional<T>> meaning) {
        Map<String, T> meanings = new HashMap<>();
        for (String pair : pairs) {
            int equals = pair.lastIndexOf('=');
            Optional<T> shared = equals < 1
                    ? Optional.empty()
                    : meaning.apply(pair.substring(equals + 1).strip());
            meanings.put(pair.substring(0, Math.max(0, equals)).strip(), shared.orElseThrow(() -> bad(setting, pair)));
        }
        return CodeMap.of(field, meanings);
    }

    private static FaultException bad(String setting, String pair) {
        return FaultException.of(
                "bad-setting",
                setting,
                "«" + pair + "» trong " + setting + " phải có dạng nguồn=chung với mã chung có trong README.",
                "\"" + pair + "\" in " + setting + " must read source=shared, with a shared code that the README"
                        + " lists.");
    }
}
