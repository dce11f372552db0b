package org.iochub.model.area;

import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.iochub.model.FaultException;
import org.iochub.model.Text;
import org.iochub.model.record.Area;
import org.iochub.model.text.MatchKey;

/**
 * The administrative units of one or more lists. The lists of the bundle cover the provinces of the notices before and
 * after 01/7/2025; operators add or correct units with lists of the same columns.
 */
public final class AreaRegistry implements Areas {
    /**
     * Where the validity of units without a known first day begins: the day of Decision 124/2004/QĐ-TTg, which created
     * the codes. No code means anything before it.
     */
    public static final LocalDate BEGINNING = LocalDate.of(2004, 7, 8);

    private final List<Area> all;
    private final Map<String, List<Area>> byCode = new HashMap<>();
    private final Map<AreaRef, UnitName> names = new HashMap<>();
    private final Map<String, List<Area>> byNameKey = new HashMap<>();
    private final Map<String, List<Area>> byParent = new HashMap<>();
    private final Map<String, Set<AreaRef>> below = new HashMap<>();

    private AreaRegistry(List<Area> all) {
        this.all = all;
        for (Area area : all) {
            add(byCode, area.code(), area);
            add(byNameKey, area.nameKey(), area);
            area.parentCode().ifPresent(parent -> add(byParent, parent, area));
            names.put(ref(area), UnitName.ofUnit(area.name(), area.kind()));
        }
        byCode.forEach((code, spans) -> below.put(code, closure(spans, area -> true)));
    }

    private static void add(Map<String, List<Area>> index, String key, Area area) {
        index.computeIfAbsent(key, k -> new ArrayList<>(2)).add(area);
    }

    /** The units the hub is shipped with. */
    public static AreaRegistry builtIn() {
        return builtInAnd(List.of(), List.of());
    }

    /**
     * The units the hub is shipped with, and more. A row with the code and first day of an earlier row replaces it: so
     * that a new list can close a unit that the shipped one leaves open.
     *
     * @param units lists with the columns code, level, name, kind, parent, valid_from, valid_to, latitude, longitude
     *     (days inclusive, ISO 8601; an empty valid_from means {@link #BEGINNING}) and, if they like, successors (as in
     *     {@code 22780:partial;22888:partial}); read to their end and closed
     * @param successors lists with the columns old_code, new_code, part (whole or partial)
     * @throws FaultException {@code bad-area-list}, {@code overlapping-areas}
     */
    public static AreaRegistry builtInAnd(List<Reader> units, List<Reader> successors) {
        return builtInAnd(list -> {
            units.forEach(list::addUnits);
            successors.forEach(list::addSuccessors);
        });
    }

    static AreaRegistry builtInAnd(Consumer<AreaList> more) {
        AreaList list = new AreaList();
        list.addUnits(resource("areas.csv"));
        list.addSuccessors(resource("area-successors.csv"));
        more.accept(list);
        return new AreaRegistry(list.build());
    }

    /** Only the units of these lists; see {@link #builtInAnd}. */
    public static AreaRegistry of(List<Reader> units, List<Reader> successors) {
        AreaList list = new AreaList();
        units.forEach(list::addUnits);
        successors.forEach(list::addSuccessors);
        return new AreaRegistry(list.build());
    }

    private static Reader resource(String name) {
        InputStream stream = AreaRegistry.class.getResourceAsStream(name);
        if (stream == null) {
            throw new IllegalStateException("missing from the bundle: " + name);
        }
        return new InputStreamReader(stream, StandardCharsets.UTF_8);
    }

    /** The matching key of a unit's name, without the kind it begins with. */
    public static String nameKey(String name, Optional<String> kind) {
        return UnitName.ofUnit(name, kind).key();
    }

    static AreaRef ref(Area area) {
        return new AreaRef(area.code(), area.validFrom());
    }

    private static boolean valid(Area area, LocalDate at) {
        return !area.validFrom().isAfter(at)
                && area.validTo().map(last -> !last.isBefore(at)).orElse(true);
    }

    private static boolean overlap(Area a, Area b) {
        return a.validTo().map(last -> !last.isBefore(b.validFrom())).orElse(true)
                && b.validTo().map(last -> !last.isBefore(a.validFrom())).orElse(true);
    }

    @Override
    public Optional<Area> byCode(String code, LocalDate at) {
        return spans(code).stream().filter(area -> valid(area, at)).findFirst();
    }

    @Override
    public AreaRef require(String code, LocalDate at) {
        return byCode(code, at).map(AreaRegistry::ref).orElseThrow(() -> absent(code, at));
    }

    private FaultException absent(String code, LocalDate at) {
        if (spans(code).isEmpty()) {
            return FaultException.of(
                    "unknown-area",
                    code,
                    "Mã đơn vị hành chính «" + code + "» không có trong danh mục; hãy kiểm tra lại mã hoặc bổ sung"
                            + " danh mục.",
                    "The code \"" + code + "\" is not in the list of administrative units; check it or extend the"
                            + " list.");
        }
        Text history = history(code);
        return FaultException.of(
                "area-not-valid",
                code,
                "Mã " + code + " không có hiệu lực vào ngày " + Days.vi(at) + ". " + history.vi(),
                "The code " + code + " is not valid on " + at + ". " + history.en());
    }

    /** What a code has meant, in sentences: each unit that bore it, its span, and who took over from the last one. */
    public Text history(String code) {
        List<Area> spans = spans(code);
        if (spans.isEmpty()) {
            return Text.of("Mã " + code + " không có trong danh mục.", "The code " + code + " is not in the list.");
        }
        String vi = spans.stream().map(AreaRegistry::spanVi).collect(Collectors.joining("; "));
        String en = spans.stream().map(AreaRegistry::spanEn).collect(Collectors.joining("; "));
        Area last = spans.get(spans.size() - 1);
        String heirs = last.successors().stream()
                .map(successor -> byCode(
                                successor.code(), last.validTo().orElseThrow().plusDays(1))
                        .orElseThrow())
                .map(area -> area.name() + " (" + area.code() + ")")
                .collect(Collectors.joining(", "));
        return Text.of(
                "Mã " + code + " là " + vi + (heirs.isEmpty() ? "." : "; đơn vị kế thừa: " + heirs + "."),
                "The code " + code + " means " + en + (heirs.isEmpty() ? "." : "; succeeded by " + heirs + "."));
    }

    private static String spanVi(Area area) {
        return area.name()
                + (area.validFrom().equals(BEGINNING) ? "" : " từ ngày " + Days.vi(area.validFrom()))
                + area.validTo().map(last -> " đến hết ngày " + Days.vi(last)).orElse("");
    }

    private static String spanEn(Area area) {
        return area.name()
                + (area.validFrom().equals(BEGINNING) ? "" : " from " + area.validFrom())
                + area.validTo().map(last -> " until " + last).orElse("");
    }

    /**
     * {@inheritDoc}
     *
     * <p>A kind may be missing, but one that is written must be the unit's: in 2026 «Phường Nguyễn Nghiêm» is not the
     * Xã Nguyễn Nghiêm, which is another territory. Likewise accents that are written must be the unit's.
     */
    @Override
    public Match byName(String name, Optional<AreaRef> within, LocalDate at) {
        boolean accentsCount = MatchKey.hasAccents(name);
        Set<Area> found = new LinkedHashSet<>();
        for (UnitName reading : UnitName.readings(name)) {
            for (Area area : byNameKey.getOrDefault(reading.key(), List.of())) {
                if (valid(area, at) && reading.fits(names.get(ref(area)), accentsCount)) {
                    found.add(area);
                }
            }
        }
        within.ifPresent(top -> found.removeIf(area -> !liesBelow(area, top, at)));
        if (found.isEmpty()) {
            return new Match.Unknown();
        }
        return found.size() == 1 ? new Match.Found(found.iterator().next()) : new Match.Ambiguous(List.copyOf(found));
    }

    private boolean liesBelow(Area area, AreaRef top, LocalDate at) {
        Area unit = area;
        // A chain has three links at most; a list with a circle must not hang.
        for (int depth = 0; depth < 8; depth++) {
            Optional<Area> parent = unit.parentCode().flatMap(code -> byCode(code, at));
            if (parent.isEmpty()) {
                return false;
            }
            unit = parent.get();
            if (ref(unit).equals(top)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public List<Area> spans(String code) {
        return List.copyOf(byCode.getOrDefault(code, List.of()));
    }

    @Override
    public Set<AreaRef> withBelow(String code, Optional<LocalDate> at) {
        if (at.isEmpty()) {
            return below.getOrDefault(code, Set.of());
        }
        return byCode(code, at.get())
                .map(unit -> closure(List.of(unit), area -> valid(area, at.get())))
                .orElse(Set.of());
    }

    /** The units and all that lay below them while they were valid. */
    private Set<AreaRef> closure(Collection<Area> tops, Predicate<Area> counts) {
        Map<AreaRef, Area> seen = new LinkedHashMap<>();
        Deque<Area> open = new ArrayDeque<>(tops);
        while (!open.isEmpty()) {
            Area unit = open.remove();
            if (seen.put(ref(unit), unit) == null) {
                for (Area child : byParent.getOrDefault(unit.code(), List.of())) {
                    if (counts.test(child) && overlap(child, unit)) {
                        open.add(child);
                    }
                }
            }
        }
        return Set.copyOf(seen.keySet());
    }

    @Override
    public List<Area> all() {
        return all;
    }
}
