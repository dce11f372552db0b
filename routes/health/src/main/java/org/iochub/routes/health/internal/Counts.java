package org.iochub.routes.health.internal;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Adds visits up; nothing of a single one stays. For one thread. */
final class Counts {
    /**
     * Visits by chapter, with those that would say too much about few people put together.
     *
     * @param shown chapters as they are, 0 included
     * @param hidden chapters that stand in {@code other}
     * @param other how many those are together
     */
    record Groups(Map<IcdChapter, Long> shown, List<IcdChapter> hidden, long other) {}

    private final Map<Visit.Kind, Long> kinds = new EnumMap<>(Visit.Kind.class);
    private final Map<IcdChapter, Long> chapters = new EnumMap<>(IcdChapter.class);
    private long bedDays;
    private long refused;
    private long checkIns;

    void add(Visit visit) {
        kinds.merge(visit.kind(), 1L, Long::sum);
        chapters.merge(visit.chapter(), 1L, Long::sum);
        bedDays += visit.bedDays();
    }

    void addRefused() {
        refused++;
    }

    void addCheckIn() {
        checkIns++;
    }

    long of(Visit.Kind kind) {
        return kinds.getOrDefault(kind, 0L);
    }

    long bedDays() {
        return bedDays;
    }

    long refused() {
        return refused;
    }

    /** Whether the package was about something else: arrivals alone say nothing of visits. */
    boolean onlyCheckIns() {
        return checkIns > 0 && chapters.isEmpty() && refused == 0;
    }

    /**
     * @param smallest fewer than this are not shown by themselves. A single small group could be told from the total, so
     *     that the next larger ones join it until they are enough together
     */
    Groups groups(int smallest) {
        List<IcdChapter> ascending = chapters.keySet().stream()
                .sorted(Comparator.comparing(chapters::get))
                .toList();
        long other = 0;
        int hidden = 0;
        while (hidden < ascending.size()
                && (chapters.get(ascending.get(hidden)) < smallest || other > 0 && other < smallest)) {
            other += chapters.get(ascending.get(hidden));
            hidden++;
        }
        List<IcdChapter> merged = ascending.subList(0, hidden);
        Map<IcdChapter, Long> shown = List.of(IcdChapter.values()).stream()
                .filter(chapter -> !merged.contains(chapter))
                .collect(Collectors.toMap(
                        chapter -> chapter,
                        chapter -> chapters.getOrDefault(chapter, 0L),
                        (a, b) -> a,
                        () -> new EnumMap<>(IcdChapter.class)));
        return new Groups(shown, merged.stream().sorted().toList(), other);
    }
}
