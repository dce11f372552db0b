package org.iochub.quality.internal;

import static org.iochub.quality.internal.Counts.CONFLICTS;
import static org.iochub.quality.internal.Counts.DOUBLES;
import static org.iochub.quality.internal.Counts.LATE;
import static org.iochub.quality.internal.Counts.OF_REFUSED;
import static org.iochub.quality.internal.Counts.PLACED_OF;
import static org.iochub.quality.internal.Counts.REFUSED;
import static org.iochub.quality.internal.Counts.REFUSED_MISSING;
import static org.iochub.quality.internal.Counts.REFUSED_UNMAPPED;
import static org.iochub.quality.internal.Counts.SPANS;
import static org.iochub.quality.internal.Counts.SPAN_SECONDS;
import static org.iochub.quality.internal.Counts.TAKEN;
import static org.iochub.quality.internal.Counts.TIMELY_OF;
import static org.iochub.quality.internal.Counts.UNIQUE_OF;
import static org.iochub.quality.internal.Counts.UNITS;
import static org.iochub.quality.internal.Counts.UNITS_OF;
import static org.iochub.quality.internal.Counts.UNMAPPED;
import static org.iochub.quality.internal.Counts.UNPLACED;
import static org.iochub.quality.internal.Counts.WISHED;
import static org.iochub.quality.internal.Counts.WISHED_OF;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.iochub.core.quality.DayKey;
import org.iochub.core.quality.DayTally;
import org.iochub.core.quality.Mark;
import org.iochub.core.quality.TallyFilter;
import org.iochub.core.quality.TallyStore;

/** Counts a page of verdicts on top of what is counted already. Holds what the page touches and no more. */
final class Counting {
    /** Two records of the same content are doubles when the second comes within so many days. */
    static final int MEMORY_DAYS = 30;

    private final TallyStore store;
    private final String tenant;
    private final Rules rules;
    private final Function<LocalDate, Set<String>> units;
    private final Map<DayKey, Draft> drafts = new HashMap<>();
    private final Map<Mark.Key, Mark> marks = new HashMap<>();
    private final Map<Mark.Key, Mark> changedMarks = new HashMap<>();

    /** @param units codes of the authority's lowest units on a day */
    Counting(TallyStore store, String tenant, Rules rules, Function<LocalDate, Set<String>> units) {
        this.store = store;
        this.tenant = tenant;
        this.rules = rules;
        this.units = units;
    }

    static Mark.Key print(Verdict verdict, String print) {
        return new Mark.Key(verdict.key().source(), verdict.key().type(), "print", print);
    }

    static Mark.Key unit(DayKey key, String code) {
        return new Mark.Key(key.source(), key.type(), "unit", key.day() + "/" + code);
    }

    static Mark.Key span(DayKey key, long number) {
        return new Mark.Key(key.source(), key.type(), "span", key.day() + "/" + number);
    }

    /** @param from days before this leave their contents in memory and are not counted */
    void add(List<Verdict> verdicts, LocalDate from) {
        Set<Mark.Key> asked = new HashSet<>();
        for (Verdict verdict : verdicts) {
            verdict.print().ifPresent(print -> asked.add(print(verdict, print)));
            verdict.unit().ifPresent(code -> asked.add(unit(verdict.key(), code)));
            verdict.span().ifPresent(number -> asked.add(span(verdict.key(), number)));
        }
        asked.removeAll(marks.keySet());
        marks.putAll(store.marks(tenant, asked));
        for (Verdict verdict : verdicts) {
            boolean twin = twin(verdict);
            if (!verdict.key().day().isBefore(from)) {
                count(verdict, twin);
            }
        }
    }

    /** Whether another record had the same content a short while before. */
    private boolean twin(Verdict verdict) {
        return verdict.print()
                .map(print -> {
                    LocalDate day = verdict.key().day();
                    Mark.Key key = print(verdict, print);
                    Optional<Mark> first = Optional.ofNullable(marks.get(key))
                            .filter(mark -> !mark.day().isBefore(day.minusDays(MEMORY_DAYS)));
                    String owner = first.map(Mark::owner).orElse(verdict.record());
                    put(new Mark(key, day, owner));
                    return !owner.equals(verdict.record());
                })
                .orElse(false);
    }

    private void put(Mark mark) {
        if (!mark.equals(marks.put(mark.key(), mark))) {
            changedMarks.put(mark.key(), mark);
        }
    }

    /** @return whether it is the first time */
    private boolean first(Mark.Key key, LocalDate day) {
        if (marks.containsKey(key)) {
            return false;
        }
        put(new Mark(key, day, ""));
        return true;
    }

    private void count(Verdict verdict, boolean twin) {
        Draft draft = draft(verdict.key());
        Rules.TypeRule rule = verdict.rule();
        draft.add(TAKEN, 1);
        addOf(
                draft,
                WISHED_OF,
                rule.wished().size(),
                WISHED,
                rule.wished().size() - verdict.empty().size());
        if (!rule.same().isEmpty()) {
            addOf(draft, UNIQUE_OF, 1, DOUBLES, twin ? 1 : 0);
        }
        draft.add(CONFLICTS, verdict.conflict() ? 1 : 0);
        draft.add(UNMAPPED, verdict.unmapped() ? 1 : 0);
        if (rule.placed()) {
            addOf(draft, PLACED_OF, 1, UNPLACED, verdict.placed() ? 0 : 1);
        }
        verdict.late().ifPresent(late -> addOf(draft, TIMELY_OF, 1, LATE, late ? 1 : 0));
        if (rule.units()) {
            unit(draft, verdict);
        }
        verdict.span().ifPresent(number -> {
            draft.set(SPAN_SECONDS, everySeconds(verdict.key()));
            draft.add(SPANS, first(span(verdict.key(), number), verdict.key().day()) ? 1 : 0);
        });
    }

    private long everySeconds(DayKey key) {
        return rules.every(key.source(), key.type()).orElseThrow().toSeconds();
    }

    private void unit(Draft draft, Verdict verdict) {
        Set<String> lowest = units.apply(verdict.key().day());
        draft.set(UNITS_OF, lowest.size());
        boolean counts = verdict.unit()
                .filter(lowest::contains)
                .filter(code -> first(unit(verdict.key(), code), verdict.key().day()))
                .isPresent();
        draft.add(UNITS, counts ? 1 : 0);
    }

    private static void addOf(Draft draft, String of, long all, String name, long some) {
        if (all > 0) {
            draft.add(of, all);
            draft.add(name, some);
        }
    }

    /** Replaces what the quarantine says of a day. @param standing every tally of the day */
    void refused(Collection<DayTally> standing, Map<DayKey, Map<String, Long>> counted) {
        standing.forEach(tally -> drafts.computeIfAbsent(tally.key(), key -> draft(key, tally)));
        Set<DayKey> keys = new HashSet<>(counted.keySet());
        standing.forEach(tally -> keys.add(tally.key()));
        keys.forEach(key -> draft(key).replace(OF_REFUSED, counted.getOrDefault(key, Map.of())));
    }

    /** A source that agreed to come regularly is judged on a day on which nothing comes, too. */
    void expected(DayKey key) {
        draft(key).set(SPAN_SECONDS, everySeconds(key));
        draft(key).add(SPANS, 0);
    }

    static Map<String, Long> refusal(String code, long count) {
        return Map.of(
                REFUSED, count,
                REFUSED_MISSING, Counts.missing(code) ? count : 0,
                REFUSED_UNMAPPED, Counts.unmapped(code) ? count : 0);
    }

    private Draft draft(DayKey key) {
        return drafts.computeIfAbsent(key, k -> draft(k, standing(k)));
    }

    private Draft draft(DayKey key, DayTally standing) {
        return new Draft(standing, rules.of(key.type()).version());
    }

    private DayTally standing(DayKey key) {
        return store
                .tallies(
                        TallyFilter.of(tenant).on(key.day(), key.day()).of(key.source(), key.type()),
                        Optional.empty(),
                        1)
                .stream()
                .findFirst()
                .orElse(new DayTally(tenant, key, "", Map.of(), 0));
    }

    List<DayTally> tallies(long step) {
        return drafts.values().stream()
                .filter(Draft::changed)
                .map(draft -> draft.tally(tenant, step))
                .toList();
    }

    List<Mark> marks() {
        return List.copyOf(changedMarks.values());
    }
}
