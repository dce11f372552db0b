package org.iochub.routes.dossiers.internal;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.iochub.api.read.DatedArea;
import org.iochub.model.Fault;
import org.iochub.model.FaultException;
import org.iochub.model.area.Areas;
import org.iochub.model.record.Area;
import org.iochub.model.record.Level;

/** Where the organisations that receive dossiers are, and at which level. */
final class Receiver {
    /** What the receiving organisation means for a dossier of a day. */
    record Place(Level level, DatedArea.Resolved area) {}

    private final Map<String, DatedArea> mapped = new HashMap<>();
    private final Areas areas;
    private final int localFrom;

    Receiver(DossiersSettings settings, Areas areas) {
        this.areas = areas;
        this.localFrom = settings.localFrom();
        settings.areas().map(list -> List.of(list.split(","))).orElse(List.of()).forEach(this::add);
    }

    private void add(String entry) {
        String[] pair = entry.strip().split("=", 2);
        if (pair.length != 2 || pair[0].isBlank() || mapped.put(pair[0].strip(), parse(pair[1])) != null) {
            throw FaultException.of(
                    "bad-setting",
                    "areas",
                    "«" + entry + "» phải là mã cơ quan, dấu = và mã đơn vị hành chính, mỗi cơ quan một lần; như"
                            + " «H48.53=21034@2025-07-01».",
                    "«" + entry + "» must be an organisation code, = and an area code, each organisation once; like"
                            + " «H48.53=21034@2025-07-01».");
        }
    }

    private static DatedArea parse(String code) {
        return DatedArea.parse(code.strip(), "areas");
    }

    /** The level of the unit where one is known, else what the code shows. */
    Place of(OrgCode organisation, LocalDate day) {
        DatedArea.Resolved area = Optional.ofNullable(mapped.get(organisation.code()))
                .map(code -> code.at(areas, day))
                .orElseGet(() -> new DatedArea.Resolved(Optional.empty(), Optional.of(unmapped(organisation))));
        Level level = area.unit().map(Area::level).orElseGet(() -> organisation.level(localFrom, day));
        return new Place(level, area);
    }

    private static Fault unmapped(OrgCode organisation) {
        return Fault.of(
                "unmapped-organisation",
                "receivingOrg",
                "Cơ quan «" + organisation.code() + "» chưa có đơn vị hành chính; hãy khai ở areas.",
                "Organisation «" + organisation.code() + "» has no area yet; say it in areas.");
    }
}
