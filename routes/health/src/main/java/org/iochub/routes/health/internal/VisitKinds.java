package org.iochub.routes.health.internal;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.iochub.model.FaultException;

/** The setting {@code visitKinds}. Immutable. */
final class VisitKinds {
    private final Map<String, Visit.Kind> kinds;

    private VisitKinds(Map<String, Visit.Kind> kinds) {
        this.kinds = Map.copyOf(kinds);
    }

    /** @throws FaultException {@code bad-setting} when a code stands twice */
    static VisitKinds parse(List<String> pairs) {
        Map<String, Visit.Kind> kinds = new HashMap<>();
        for (String pair : pairs) {
            String[] parts = pair.strip().split("=", 2);
            if (parts.length != 2 || kinds.put(parts[0], kind(parts[1])) != null) {
                throw FaultException.of(
                        "bad-setting",
                        "visitKinds",
                        "«" + pair + "» trong visitKinds phải có dạng mã=outpatient hoặc mã=inpatient, mỗi mã một lần.",
                        "«" + pair + "» in visitKinds must read code=outpatient or code=inpatient, each code once.");
            }
        }
        return new VisitKinds(kinds);
    }

    private static Visit.Kind kind(String code) {
        return Visit.Kind.valueOf(code.toUpperCase(Locale.ROOT));
    }

    Optional<Visit.Kind> find(String code) {
        return Optional.ofNullable(kinds.get(code));
    }
}
