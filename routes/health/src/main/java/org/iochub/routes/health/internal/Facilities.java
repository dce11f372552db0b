package org.iochub.routes.health.internal;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.iochub.api.read.DatedArea;
import org.iochub.model.FaultException;
import org.iochub.model.area.Areas;

/** Where the facilities are. Immutable. */
final class Facilities {
    private final Map<String, DatedArea> known = new HashMap<>();
    private final Optional<DatedArea> otherwise;
    private final Areas areas;

    /** @throws FaultException {@code bad-setting} */
    Facilities(HealthSettings settings, Areas areas) {
        this.areas = areas;
        this.otherwise = settings.area().map(code -> DatedArea.parse(code, "area"));
        settings.facilities().forEach(this::add);
    }

    private void add(String entry) {
        String[] pair = entry.strip().split("=", 2);
        if (pair.length != 2 || known.put(pair[0], DatedArea.parse(pair[1], "facilities")) != null) {
            throw FaultException.of(
                    "bad-setting",
                    "facilities",
                    "«" + entry + "» phải là mã cơ sở, dấu = và mã đơn vị hành chính, mỗi cơ sở một lần; như"
                            + " «51901=21025@2025-07-01».",
                    "«" + entry + "» must be a facility code, = and an area code, each facility once; like"
                            + " «51901=21025@2025-07-01».");
        }
    }

    /** @throws FaultException when the settings do not say, or no such unit was valid on the day */
    DatedArea.Resolved at(String facility, LocalDate day) {
        DatedArea.Resolved area = Optional.ofNullable(known.get(facility))
                .or(() -> otherwise)
                .orElseThrow(() -> Refused.unmappedFacility(facility))
                .at(areas, day);
        if (area.unit().isEmpty()) {
            throw new FaultException(area.doubt().orElseThrow());
        }
        return area;
    }
}
