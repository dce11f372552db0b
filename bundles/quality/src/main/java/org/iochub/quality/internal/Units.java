package org.iochub.quality.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.iochub.core.tenant.Tenant;
import org.iochub.model.area.AreaRef;
import org.iochub.model.area.Areas;
import org.iochub.model.record.Area;
import org.iochub.model.record.Level;

/** The units of an authority. */
final class Units {
    private final Areas areas;

    Units(Areas areas) {
        this.areas = areas;
    }

    /**
     * The unit that an authority governs, at a day on which it is there: the day itself, else the last day of the authority,
     * so that what still comes for one that has ended is not lost.
     */
    Optional<AreaRef> own(Tenant tenant, LocalDate day) {
        LocalDate known = tenant.validTo().filter(last -> last.isBefore(day)).orElse(day);
        return tenant.areas().stream()
                .flatMap(code -> areas.byCode(code, known).or(() -> last(code)).stream())
                .findFirst()
                .map(area -> new AreaRef(area.code(), area.validFrom()));
    }

    private Optional<Area> last(String code) {
        List<Area> spans = areas.spans(code);
        return spans.isEmpty() ? Optional.empty() : Optional.of(spans.get(spans.size() - 1));
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
