package org.iochub.routes.egovernment.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.iochub.api.read.DatedArea;
import org.iochub.model.area.AreaRef;
import org.iochub.model.area.Areas;
import org.iochub.model.record.Area;

/**
 * To which units a record counts on a day: the authority's own unit; the unit the record stands in, when that is valid
 * on the day, else those that took its territory over; and what lies between. Of a unit that was split nobody knows which
 * part a record belongs to: each heir gets an equal share, which is an estimate. Answers are kept: use by one thread.
 */
final class RollUp {
    /** A list with a circle must not hang. */
    private static final int DEPTH = 8;

    /**
     * A record's share in a unit.
     *
     * @param billionths of the record
     * @param split the old units whose splitting makes it an estimate; empty for what is certain
     */
    record Share(String code, long billionths, Set<String> split) {}

    private record Asked(Optional<AreaRef> area, LocalDate day) {}

    private record Placed(Fraction fraction, Set<String> split) {
        Placed plus(Placed other) {
            Set<String> both = new TreeSet<>(split);
            both.addAll(other.split);
            return new Placed(fraction.plus(other.fraction), both);
        }
    }

    private final Areas areas;
    private final DatedArea authority;
    private final Map<Asked, List<Share>> known = new HashMap<>();
    private final Map<LocalDate, Optional<Area>> own = new HashMap<>();
    private final Map<LocalDate, Set<AreaRef>> within = new HashMap<>();

    /** @param authority the unit that the authority governs, at each time */
    RollUp(Areas areas, DatedArea authority) {
        this.areas = areas;
        this.authority = authority;
    }

    /** The authority's own unit; empty when there was none on the day. */
    Optional<Area> own(LocalDate day) {
        return own.computeIfAbsent(day, d -> authority.at(areas, d).unit());
    }

    List<Share> of(Optional<AreaRef> area, LocalDate day) {
        return known.computeIfAbsent(new Asked(area, day), this::shares);
    }

    private List<Share> shares(Asked asked) {
        List<Share> shares = new ArrayList<>();
        Optional<Area> whole = own(asked.day());
        whole.ifPresent(unit -> shares.add(new Share(unit.code(), Fraction.WHOLE.billionths(), Set.of())));
        Map<AreaRef, Placed> placed = new LinkedHashMap<>();
        asked.area().flatMap(ref -> areas.byCode(ref.code(), ref.validFrom())).ifPresent(unit -> {
            Map<Area, Placed> heirs = new LinkedHashMap<>();
            place(unit, asked.day(), new Placed(Fraction.WHOLE, Set.of()), heirs, 0);
            heirs.forEach((heir, share) -> withAbove(heir, share, asked.day(), placed));
        });
        Set<AreaRef> inside = whole.map(unit -> within(unit, asked.day())).orElse(Set.of());
        placed.forEach((ref, share) -> {
            boolean counted = whole.isEmpty()
                    ? isLowest(ref, asked.day())
                    : inside.contains(ref) && !ref.code().equals(whole.get().code());
            if (counted) {
                Set<String> split = share.fraction().whole() ? Set.of() : share.split();
                shares.add(new Share(ref.code(), share.fraction().billionths(), split));
            }
        });
        return List.copyOf(shares);
    }

    /** Down the line of succession until a unit is valid on the day. */
    private void place(Area unit, LocalDate day, Placed share, Map<Area, Placed> into, int depth) {
        if (day.isBefore(unit.validFrom()) || depth > DEPTH) {
            return;
        }
        Optional<LocalDate> last = unit.validTo().filter(end -> end.isBefore(day));
        if (last.isEmpty()) {
            into.merge(unit, share, Placed::plus);
            return;
        }
        LocalDate handover = last.get().plusDays(1);
        List<Area> heirs = unit.successors().stream()
                .flatMap(heir -> areas.byCode(heir.code(), handover).stream())
                .toList();
        if (heirs.isEmpty()) {
            // A district has no heir: what stood in it stands in what it lay in.
            unit.parentCode()
                    .flatMap(parent -> areas.byCode(parent, last.get()))
                    .ifPresent(parent -> place(parent, day, share, into, depth + 1));
            return;
        }
        Set<String> split = new TreeSet<>(share.split());
        if (heirs.size() > 1) {
            split.add(unit.name() + " (" + unit.code() + ")");
        }
        Placed each = new Placed(share.fraction().over(heirs.size()), split);
        heirs.forEach(heir -> place(heir, day, each, into, depth + 1));
    }

    private void withAbove(Area unit, Placed share, LocalDate day, Map<AreaRef, Placed> into) {
        Optional<Area> at = Optional.of(unit);
        for (int depth = 0; at.isPresent() && depth < DEPTH; depth++) {
            into.merge(ref(at.get()), share, Placed::plus);
            at = at.get().parentCode().flatMap(code -> areas.byCode(code, day));
        }
    }

    /** Without an authority of that day only the lowest units are somebody's: those above are not its own. */
    private boolean isLowest(AreaRef ref, LocalDate day) {
        return areas.withBelow(ref.code(), Optional.of(day)).size() == 1;
    }

    private Set<AreaRef> within(Area unit, LocalDate day) {
        return within.computeIfAbsent(day, d -> areas.withBelow(unit.code(), Optional.of(d)));
    }

    private static AreaRef ref(Area area) {
        return new AreaRef(area.code(), area.validFrom());
    }
}
