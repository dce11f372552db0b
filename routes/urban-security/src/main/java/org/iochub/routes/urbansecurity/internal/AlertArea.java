package org.iochub.routes.urbansecurity.internal;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.iochub.api.read.DatedArea;
import org.iochub.api.read.XmlElement;
import org.iochub.model.Fault;
import org.iochub.model.area.AreaRef;
import org.iochub.model.area.Areas;
import org.iochub.model.area.Areas.Match;
import org.iochub.model.record.Area;

/**
 * The unit of an alert: the one its areas name, by code or, within the configured unit, by name; of several the unit
 * right above them all, if they share it. Nothing is guessed.
 */
final class AlertArea {
    private final Areas areas;
    private final Optional<DatedArea> within;
    private final Set<String> geocodes;

    AlertArea(Areas areas, UrbanSecuritySettings settings) {
        this.areas = areas;
        this.within = settings.within().map(code -> DatedArea.parse(code, "within"));
        this.geocodes = Set.copyOf(settings.geocodes());
    }

    Optional<AreaRef> of(List<XmlElement> written, LocalDate day, List<Fault> notes) {
        Set<Area> units = new LinkedHashSet<>();
        boolean all = true;
        for (XmlElement area : written) {
            Set<Area> found = units(area, day, notes);
            all &= !found.isEmpty();
            units.addAll(found);
        }
        if (units.isEmpty() || !all) {
            notes.add(Fault.of(
                    "area-unknown",
                    "area",
                    "Không xác định chắc chắn được đơn vị hành chính của mọi vùng trong cảnh báo.",
                    "Not every area of the alert names an administrative unit beyond doubt."));
            return Optional.empty();
        }
        return units.size() == 1 ? Optional.of(ref(units.iterator().next())) : above(units, day, notes);
    }

    private Set<Area> units(XmlElement area, LocalDate day, List<Fault> notes) {
        Set<Area> units = new LinkedHashSet<>();
        for (XmlElement geocode : area.children("geocode")) {
            String name = geocode.text("valueName").orElse("");
            String code = geocode.text("value").orElse("");
            if (geocodes.contains(name)) {
                areas.byCode(code, day).ifPresentOrElse(units::add, () -> notes.add(notValid(code, day)));
            }
        }
        return units.isEmpty()
                ? area.text("areaDesc")
                        .map(text -> named(text.split(";"), day, notes))
                        .orElse(units)
                : units;
    }

    /** All of the places, or none: an alert for two wards is not one for the ward that is known. */
    private Set<Area> named(String[] places, LocalDate day, List<Fault> notes) {
        Set<Area> units = new LinkedHashSet<>();
        for (String place : places) {
            Optional<Area> unit = named(place, day, notes);
            if (unit.isEmpty()) {
                return Set.of();
            }
            units.add(unit.get());
        }
        return units;
    }

    /** The narrowest name first, then the units around it: «Phường Nguyễn Nghiêm, Thị xã Đức Phổ». */
    private Optional<Area> named(String place, LocalDate day, List<Fault> notes) {
        Optional<Area> top = within.flatMap(code -> code.at(areas, day).unit());
        if (top.isEmpty()) {
            return Optional.empty();
        }
        String[] parts = place.split(",");
        Area scope = top.get();
        for (int i = parts.length - 1; i >= 0; i--) {
            Match match = areas.byName(parts[i].strip(), Optional.of(ref(scope)), day);
            if (match instanceof Match.Found found) {
                scope = found.area();
            } else if (match instanceof Match.Ambiguous && i == 0) {
                notes.add(Fault.of(
                        "area-ambiguous",
                        "areaDesc",
                        "Địa danh trong areaDesc có thể là nhiều đơn vị hành chính; hãy ghi thêm cấp trên hoặc mã.",
                        "A name in areaDesc may mean several administrative units; write the unit above it too, or"
                                + " the code."));
                return Optional.empty();
            } else if (!isTop(parts[i], top.get(), day)) {
                return Optional.empty();
            }
        }
        return Optional.of(scope);
    }

    /** The configured unit does not lie below itself. */
    private boolean isTop(String name, Area top, LocalDate day) {
        Match match = areas.byName(name.strip(), Optional.empty(), day);
        return match instanceof Match.Found found && found.area().equals(top)
                || match instanceof Match.Ambiguous several
                        && several.candidates().contains(top);
    }

    private Optional<AreaRef> above(Set<Area> units, LocalDate day, List<Fault> notes) {
        Set<Optional<String>> parents = new LinkedHashSet<>();
        units.forEach(unit -> parents.add(unit.parentCode()));
        Optional<AreaRef> parent = parents.size() == 1
                ? parents.iterator()
                        .next()
                        .flatMap(code -> areas.byCode(code, day))
                        .map(AlertArea::ref)
                : Optional.empty();
        notes.add(
                parent.isPresent()
                        ? Fault.of(
                                "area-widened",
                                "area",
                                "Cảnh báo cho " + units.size() + " đơn vị; ghi nhận ở đơn vị cấp trên chung.",
                                "The alert is for " + units.size() + " units; it is recorded at the unit above them.")
                        : Fault.of(
                                "several-areas",
                                "area",
                                "Cảnh báo cho " + units.size()
                                        + " đơn vị không cùng cấp trên nên không gắn đơn vị nào.",
                                "The alert is for " + units.size() + " units that share no unit above; it gets none."));
        return parent;
    }

    private static AreaRef ref(Area area) {
        return new AreaRef(area.code(), area.validFrom());
    }

    private static Fault notValid(String code, LocalDate day) {
        return Fault.of(
                "area-not-valid",
                "geocode",
                "Mã «" + code + "» không là của đơn vị nào vào ngày " + day + ".",
                "No unit bore the code \"" + code + "\" on " + day + ".");
    }
}
