package org.iochub.quality.internal;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.iochub.core.tenant.Tenant;
import org.iochub.model.area.AreaRef;
import org.iochub.model.area.Areas;
import org.iochub.model.record.Level;

/** The units of an authority. */
final class Units {
    private final Areas areas;

    Units(Areas areas) {
        this.areas = areas;
    }

    /** The unit that an authority governs on a day; empty when it names none, and when its units are no more. */
    Optional<AreaRef> own(Tenant tenant, LocalDate day) {
        return tenant.areas().stream()
                .flatMap(code -> areas.byCode(code, day).stream())
                .findFirst()
                .map(area -> new AreaRef(area.code(), area.validFrom()));
    }

    /** Whether an authority names a unit that there is or ever was. */
    boolean known(Tenant tenant) {
        return tenant.areas().stream().anyMatch(code -> !areas.spans(code).isEmpty());
    }

    /** Codes of the lowest units that an authority has on a day, in order. */
    Set<String> lowest(Tenant tenant, LocalDate day) {
        LocalDate known = tenant.validTo().filter(last -> last.isBefore(day)).orElse(day);
        Set<String> codes = new TreeSet<>();
        for (String code : tenant.areas()) {
            areas.withBelow(code, Optional.of(known)).stream()
                    .filter(ref -> areas.byCode(ref.code(), known)
                            .filter(area -> area.level() == Level.COMMUNE)
                            .isPresent())
                    .forEach(ref -> codes.add(ref.code()));
        }
        return codes;
    }
}
