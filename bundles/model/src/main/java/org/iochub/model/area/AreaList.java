package org.iochub.model.area;

import java.io.Reader;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.iochub.model.FaultException;
import org.iochub.model.code.AreaPart;
import org.iochub.model.record.Area;
import org.iochub.model.record.AreaBuilder;
import org.iochub.model.record.Level;
import org.iochub.model.record.Location;

/** Puts the lists of units and of successors together into areas, checked. Used once, by one thread. */
final class AreaList {
    private record Link(String oldCode, String newCode, AreaPart part) {}

    /** By code, then by first day of validity. */
    private final Map<String, TreeMap<LocalDate, Area>> units = new TreeMap<>();

    private final List<Link> links = new ArrayList<>();

    /** The successors that the unit's own row names: then lists of successors have nothing to add. */
    private final Map<AreaRef, List<Area.Successor>> named = new HashMap<>();

    /** Adds a list of units; a row with the code and first day of an earlier row replaces it. */
    void addUnits(Reader csv) {
        for (Csv.Row row : Csv.read(csv)) {
            Area area = area(row);
            units.computeIfAbsent(area.code(), code -> new TreeMap<>()).merge(area.validFrom(), area, AreaList::kept);
            named.put(AreaRegistry.ref(area), heirs(row));
        }
    }

    /** A list without coordinates does not say that the unit has gone from its place. */
    private static Area kept(Area old, Area area) {
        return area.location().isPresent()
                ? area
                : AreaBuilder.builder(area).location(old.location()).build();
    }

    void addSuccessors(Reader csv) {
        for (Csv.Row row : Csv.read(csv)) {
            links.add(new Link(row.require("old_code"), row.require("new_code"), part(row)));
        }
    }

    private static Area area(Csv.Row row) {
        String name = row.require("name");
        Optional<String> kind = optional(row.get("kind"));
        return new Area(
                row.require("code"),
                level(row),
                name,
                kind,
                UnitName.ofUnit(name, kind).key(),
                optional(row.get("parent")),
                date(row, "valid_from").orElse(AreaRegistry.BEGINNING),
                date(row, "valid_to"),
                location(row),
                List.of(),
                List.of());
    }

    private static Optional<String> optional(String value) {
        return value.isEmpty() ? Optional.empty() : Optional.of(value);
    }

    private static Level level(Csv.Row row) {
        String written = row.require("level");
        return Arrays.stream(Level.values())
                .filter(level -> level.wireName().equals(written.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> Csv.fault(
                        row.line(),
                        "cấp «" + written + "» không phải province, district hay commune.",
                        "the level \"" + written + "\" is not province, district or commune."));
    }

    /** The column successors of a list of units: as in {@code 22780:partial;22888:partial}, whole where it does not say. */
    private static List<Area.Successor> heirs(Csv.Row row) {
        return Arrays.stream(row.get("successors").split(";"))
                .map(String::strip)
                .filter(heir -> !heir.isEmpty())
                .map(heir -> heir.split(":", 2))
                .map(heir -> new Area.Successor(
                        heir[0].strip(), heir.length == 1 ? AreaPart.WHOLE : part(row, heir[1].strip())))
                .toList();
    }

    private static AreaPart part(Csv.Row row) {
        return part(row, row.require("part"));
    }

    private static AreaPart part(Csv.Row row, String written) {
        return Arrays.stream(AreaPart.values())
                .filter(part -> part.code().equals(written))
                .findFirst()
                .orElseThrow(() -> Csv.fault(
                        row.line(),
                        "phần «" + written + "» không phải whole hay partial.",
                        "the part \"" + written + "\" is not whole or partial."));
    }

    private static Optional<LocalDate> date(Csv.Row row, String column) {
        String written = row.get(column);
        try {
            return optional(written).map(LocalDate::parse);
        } catch (DateTimeParseException e) {
            throw Csv.fault(
                    row.line(),
                    "«" + written + "» ở cột " + column + " không phải ngày dạng 2025-07-01.",
                    "\"" + written + "\" in the column " + column + " is not a date like 2025-07-01.");
        }
    }

    private static Optional<Location> location(Csv.Row row) {
        if (row.get("latitude").isEmpty() || row.get("longitude").isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    new Location(Double.parseDouble(row.get("longitude")), Double.parseDouble(row.get("latitude"))));
        } catch (NumberFormatException e) {
            throw Csv.fault(
                    row.line(),
                    "tọa độ phải là số thập phân dùng dấu chấm.",
                    "coordinates must be decimal numbers with a point.");
        }
    }

    /** Everything, by code and validity, with successors and predecessors. */
    List<Area> build() {
        List<Area> all = units.values().stream()
                .map(TreeMap::values)
                .flatMap(Collection::stream)
                .toList();
        units.values().forEach(AreaList::refuseOverlaps);
        Map<AreaRef, List<Area.Successor>> successors = new HashMap<>();
        Map<AreaRef, List<Area.Successor>> predecessors = new HashMap<>();
        for (Link link : links) {
            for (Area old : units.getOrDefault(link.oldCode(), new TreeMap<>()).values()) {
                if (named.getOrDefault(AreaRegistry.ref(old), List.of()).isEmpty()) {
                    connect(old, link, successors, predecessors);
                }
            }
        }
        for (Area old : all) {
            for (Area.Successor heir : named.getOrDefault(AreaRegistry.ref(old), List.of())) {
                connect(old, new Link(old.code(), heir.code(), heir.part()), successors, predecessors);
            }
        }
        return all.stream().map(area -> linked(area, successors, predecessors)).toList();
    }

    /** A link holds where the old unit's last day is the eve of the new unit's first. */
    private void connect(
            Area old,
            Link link,
            Map<AreaRef, List<Area.Successor>> successors,
            Map<AreaRef, List<Area.Successor>> predecessors) {
        Optional<LocalDate> handover = old.validTo().map(last -> last.plusDays(1));
        Optional<Area> heir = handover.map(units.getOrDefault(link.newCode(), new TreeMap<>())::get);
        heir.ifPresent(area -> {
            successors
                    .computeIfAbsent(AreaRegistry.ref(old), ref -> new ArrayList<>())
                    .add(new Area.Successor(link.newCode(), link.part()));
            predecessors
                    .computeIfAbsent(AreaRegistry.ref(area), ref -> new ArrayList<>())
                    .add(new Area.Successor(link.oldCode(), link.part()));
        });
    }

    private static Area linked(
            Area area, Map<AreaRef, List<Area.Successor>> successors, Map<AreaRef, List<Area.Successor>> predecessors) {
        AreaRef ref = AreaRegistry.ref(area);
        return new Area(
                area.code(),
                area.level(),
                area.name(),
                area.kind(),
                area.nameKey(),
                area.parentCode(),
                area.validFrom(),
                area.validTo(),
                area.location(),
                distinct(successors, ref),
                distinct(predecessors, ref));
    }

    private static List<Area.Successor> distinct(Map<AreaRef, List<Area.Successor>> links, AreaRef ref) {
        return links.getOrDefault(ref, List.of()).stream().distinct().toList();
    }

    private static void refuseOverlaps(TreeMap<LocalDate, Area> spans) {
        Area earlier = null;
        for (Area later : spans.values()) {
            if (earlier != null
                    && earlier.validTo()
                            .filter(last -> last.isBefore(later.validFrom()))
                            .isEmpty()) {
                throw overlap(earlier, later);
            }
            earlier = later;
        }
    }

    private static FaultException overlap(Area earlier, Area later) {
        return FaultException.of(
                "overlapping-areas",
                later.code(),
                "Mã " + later.code() + ": «" + earlier.name() + "» còn hiệu lực khi «" + later.name()
                        + "» bắt đầu ngày " + Days.vi(later.validFrom()) + "; hãy ghi ngày hết hiệu lực của «"
                        + earlier.name() + "».",
                "Code " + later.code() + ": " + earlier.name() + " is still valid when " + later.name() + " begins on "
                        + later.validFrom() + "; give the last day of " + earlier.name() + ".");
    }
}
