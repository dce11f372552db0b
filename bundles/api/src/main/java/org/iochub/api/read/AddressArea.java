package org.iochub.api.read;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.iochub.model.Fault;
import org.iochub.model.FaultException;
import org.iochub.model.area.AreaRef;
import org.iochub.model.area.Areas;
import org.iochub.model.area.Areas.Match;
import org.iochub.model.record.Area;
import org.iochub.model.text.MatchKey;
import org.iochub.model.trace.Trace;

/**
 * Which unit a report belongs to: the commune or district its address names without a doubt on the day of the report,
 * else the unit configured for its jurisdiction, else none. A name counts only with its kind («Phường …»), because
 * streets bear the same names.
 */
public final class AddressArea {
    private final Areas areas;
    private final Map<String, DatedArea> byJurisdiction = new HashMap<>();
    private final Optional<DatedArea> within;

    /**
     * @param byJurisdiction {@code jurisdiction=code}, where the source has jurisdictions; a code may carry its day and
     *     stand for several times ({@link DatedArea})
     * @param within the unit within which names are looked up when there is no jurisdiction; without either none are
     * @throws FaultException {@code bad-setting}
     */
    public AddressArea(Areas areas, List<String> byJurisdiction, Optional<String> within) {
        this.areas = areas;
        for (String pair : byJurisdiction) {
            int equals = pair.indexOf('=');
            if (equals < 1) {
                throw FaultException.of(
                        "bad-setting",
                        "areas",
                        "«" + pair + "» trong areas phải có dạng mã-địa-bàn=mã-đơn-vị.",
                        "\"" + pair + "\" in areas must read jurisdiction=code.");
            }
            this.byJurisdiction.put(
                    pair.substring(0, equals).strip(), DatedArea.parse(pair.substring(equals + 1), "areas"));
        }
        this.within = within.map(code -> DatedArea.parse(code, "within"));
    }

    /**
     * @param address parts with commas between, the widest last
     * @param day of the report, in local time
     * @param notes take the reason when there is no unit, or when it is in doubt
     */
    public Optional<AreaRef> of(
            Optional<String> jurisdiction, Optional<String> address, LocalDate day, List<Fault> notes) {
        Optional<Area> own = jurisdiction
                .flatMap(id -> Optional.ofNullable(byJurisdiction.get(id)))
                .flatMap(code -> resolved(code, day, notes));
        Optional<Area> limit = own.or(() -> within.flatMap(code -> resolved(code, day, notes)));
        Optional<Area> named = address.flatMap(text -> limit.flatMap(top -> named(text, top, day, notes)));
        Optional<Area> result = named.or(() -> own);
        if (result.isEmpty() && notes.stream().noneMatch(note -> note.where().equals("area"))) {
            notes.add(Fault.of(
                    "area-unknown",
                    "area",
                    "Không xác định được đơn vị hành chính từ địa chỉ hay mã địa bàn.",
                    "Neither the address nor the jurisdiction tells the administrative unit."));
        }
        Optional<AreaRef> ref = result.map(AddressArea::ref);
        String read = jurisdiction.map(id -> id + ": ").orElse("") + address.orElse("");
        ref.ifPresent(unit -> Trace.step("address", read, unit, "area named in the address, on " + day));
        return ref;
    }

    private Optional<Area> resolved(DatedArea code, LocalDate day, List<Fault> notes) {
        DatedArea.Resolved resolved = code.at(areas, day);
        resolved.doubt().filter(doubt -> resolved.unit().isEmpty()).ifPresent(notes::add);
        return resolved.unit();
    }

    private Optional<Area> named(String address, Area limit, LocalDate day, List<Fault> notes) {
        List<AreaRef> scopes = new ArrayList<>(List.of(ref(limit)));
        Set<Area> districts = new LinkedHashSet<>();
        Set<Area> communes = new LinkedHashSet<>();
        for (AddressPart part : AddressPart.of(address)) {
            switch (part.kind()) {
                case DISTRICT ->
                    find(part.text(), scopes, day).ifPresent(match -> {
                        if (match instanceof Match.Found found) {
                            districts.add(found.area());
                            scopes.add(0, ref(found.area()));
                        }
                    });
                case OTHER -> narrow(part.text(), limit, day).ifPresent(unit -> scopes.add(0, ref(unit)));
                case COMMUNE -> {
                    Optional<Match> match = find(part.text(), scopes, day);
                    if (match.isPresent() && match.get() instanceof Match.Found found) {
                        communes.add(found.area());
                    } else {
                        notes.add(match.isPresent() ? ambiguous() : unknown(day));
                    }
                }
            }
        }
        if (communes.size() > 1) {
            notes.add(ambiguous());
            return Optional.empty();
        }
        // Where the commune is not known, the district that the address names is still true.
        return communes.stream().findFirst().or(() -> single(districts));
    }

    /** What the name means in the narrowest scope that knows it. */
    private Optional<Match> find(String name, List<AreaRef> scopes, LocalDate day) {
        for (AreaRef scope : scopes) {
            Match match = areas.byName(name, Optional.of(scope), day);
            if (!(match instanceof Match.Unknown)) {
                return Optional.of(match);
            }
        }
        return Optional.empty();
    }

    /** A name without its kind only helps to tell homonymous communes apart, and only where it is not the top's own. */
    private Optional<Area> narrow(String name, Area limit, LocalDate day) {
        if (MatchKey.of(name).equals(limit.nameKey())) {
            return Optional.empty();
        }
        return areas.byName(name, Optional.of(ref(limit)), day) instanceof Match.Found found
                ? Optional.of(found.area())
                : Optional.empty();
    }

    private static Optional<Area> single(Set<Area> units) {
        return units.size() == 1 ? units.stream().findFirst() : Optional.empty();
    }

    private static AreaRef ref(Area area) {
        return new AreaRef(area.code(), area.validFrom());
    }

    private static Fault ambiguous() {
        return Fault.of(
                "area-ambiguous",
                "area",
                "Địa danh trong địa chỉ có thể là nhiều đơn vị hành chính; hãy ghi thêm cấp trên.",
                "A name in the address may mean several administrative units; write the unit above it too.");
    }

    private static Fault unknown(LocalDate day) {
        return Fault.of(
                "area-name-unknown",
                "area",
                "Không có xã, phường nào mang tên trong địa chỉ vào ngày " + day + " ở địa bàn này.",
                "No commune of this territory bore the name in the address on " + day + ".");
    }
}
