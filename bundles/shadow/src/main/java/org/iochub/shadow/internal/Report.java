package org.iochub.shadow.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLongArray;
import org.iochub.core.shadow.DifferenceKind;
import org.iochub.core.shadow.Figures;
import org.iochub.core.shadow.ShadowDifference;
import org.iochub.model.Fault;
import org.iochub.model.Text;

/** What is known of one instance's comparison; bounded. Safe for any number of threads. */
final class Report {
    private static final int MOST_FIELDS = 500;
    private static final int MOST_EXAMPLES = 200;
    private static final int EXAMPLES_EACH = 3;
    private static final int MOST_DAMAGES = 100;

    /** Why a message was not compared. */
    enum Skip {
        LARGE("quá lớn", "too large"),
        BUSY("đến dồn khi bản thử đang bận", "came faster than they could be compared"),
        UNREADABLE("không đọc được từ kho bản gốc", "could not be read from the archive"),
        SLOW("bản đang chạy đọc quá lâu", "took the running version too long");

        private final Text words;

        Skip(String vi, String en) {
            words = Text.of(vi, en);
        }
    }

    /**
     * All of it, as it is kept over a restart.
     *
     * @param place of the last message of the archive that had its turn
     */
    record Kept(
            String liveVersion,
            Optional<String> place,
            Figures figures,
            Map<String, Long> fields,
            List<ShadowDifference> examples,
            Map<Skip, Long> skips,
            Set<String> damages,
            boolean gap,
            Optional<String> before,
            Optional<Instant> last) {
        static final Kept NOTHING = new Kept(
                "",
                Optional.empty(),
                Figures.NONE,
                Map.of(),
                List.of(),
                Map.of(),
                Set.of(),
                false,
                Optional.empty(),
                Optional.empty());
    }

    private final String source;
    private final AtomicLongArray skips = new AtomicLongArray(Skip.values().length);
    private final Map<String, Long> fields = new HashMap<>();
    private final List<ShadowDifference> examples = new ArrayList<>();
    private final Map<String, Integer> exampled = new HashMap<>();
    private final Set<String> damages = new LinkedHashSet<>();
    private String liveVersion;
    private Optional<String> place;
    private Figures figures;
    private boolean gap;
    private Optional<String> before;
    private Optional<Instant> last;

    Report(String source, Kept kept) {
        this.source = source;
        this.liveVersion = kept.liveVersion();
        this.place = kept.place();
        this.figures = kept.figures();
        this.gap = kept.gap();
        this.before = kept.before();
        this.last = kept.last();
        fields.putAll(kept.fields());
        damages.addAll(kept.damages());
        kept.skips().forEach((skip, count) -> skips.set(skip.ordinal(), count));
        kept.examples().forEach(this::example);
    }

    synchronized Kept kept() {
        Map<Skip, Long> skipped = new LinkedHashMap<>();
        for (Skip skip : Skip.values()) {
            if (skips.get(skip.ordinal()) > 0) {
                skipped.put(skip, skips.get(skip.ordinal()));
            }
        }
        return new Kept(
                liveVersion,
                place,
                figures,
                Map.copyOf(fields),
                List.copyOf(examples),
                skipped,
                Set.copyOf(damages),
                gap,
                before,
                last);
    }

    String source() {
        return source;
    }

    /** Compared with another running version, the figures begin anew. */
    synchronized void against(String version) {
        if (!liveVersion.isEmpty() && !liveVersion.equals(version)) {
            before = Optional.of(liveVersion);
            figures = Figures.NONE;
            fields.clear();
            examples.clear();
            exampled.clear();
        }
        liveVersion = version;
    }

    synchronized String liveVersion() {
        return liveVersion;
    }

    synchronized Optional<String> place() {
        return place;
    }

    synchronized void passed(String next) {
        place = Optional.of(next);
    }

    /** What lay behind the place is gone: the archive's limits took it before it had its turn. */
    synchronized void gap() {
        gap = true;
    }

    /** Each counts once, however often its page is read. */
    synchronized void damaged(Fault fault) {
        if (damages.size() < MOST_DAMAGES && damages.add(fault.code() + " " + fault.where())) {
            skipped(Skip.UNREADABLE);
        }
    }

    /** By any thread, without waiting. */
    void skipped(Skip why) {
        skips.incrementAndGet(why.ordinal());
    }

    synchronized void compared(
            Way.Passing passing, Comparison.Result result, Duration live, Duration candidate, Optional<Fault> failure) {
        List<Found> found = new ArrayList<>(result.found());
        failure.ifPresent(
                fault -> found.add(new Found(DifferenceKind.FAILED, "", "", "", List.of(), Optional.of(fault))));
        figures = figures.plus(new Figures(
                1,
                found.isEmpty() ? 0 : 1,
                result.same(),
                count(found, DifferenceKind.CHANGED),
                count(found, DifferenceKind.ONLY_OLD),
                count(found, DifferenceKind.ONLY_NEW),
                count(found, DifferenceKind.REFUSED_OLD),
                count(found, DifferenceKind.REFUSED_NEW),
                failure.isPresent() ? 1 : 0,
                0,
                live,
                candidate,
                candidate));
        last = Optional.of(passing.message().receivedAt().toInstant());
        for (Found one : found) {
            names(one).forEach(this::field);
            example(difference(passing, one));
        }
    }

    private static long count(List<Found> found, DifferenceKind kind) {
        return found.stream().filter(one -> one.kind() == kind).count();
    }

    private static List<String> names(Found found) {
        return found.fields().stream()
                .map(field -> found.type() + "." + field.path())
                .distinct()
                .toList();
    }

    private void field(String name) {
        if (fields.size() < MOST_FIELDS || fields.containsKey(name)) {
            fields.merge(name, 1L, Long::sum);
        }
    }

    private ShadowDifference difference(Way.Passing passing, Found found) {
        return new ShadowDifference(
                source,
                found.kind(),
                found.type(),
                found.record(),
                passing.message().id(),
                passing.place(),
                passing.message().receivedAt().toInstant(),
                found.position(),
                found.fields(),
                found.fault());
    }

    /** A few of each kind, type, field and reason. */
    private void example(ShadowDifference one) {
        if (examples.size() < MOST_EXAMPLES) {
            String like = one.kind().wireName() + " " + one.type() + " "
                    + one.fault().map(Fault::code).orElse("");
            List<String> sorts = one.fields().isEmpty()
                    ? List.of(like)
                    : one.fields().stream()
                            .map(field -> like + " " + field.path())
                            .distinct()
                            .toList();
            if (sorts.stream().anyMatch(sort -> exampled.getOrDefault(sort, 0) < EXAMPLES_EACH)) {
                sorts.forEach(sort -> exampled.merge(sort, 1, Integer::sum));
                examples.add(one);
            }
        }
    }

    synchronized List<ShadowDifference> examples() {
        return List.copyOf(examples);
    }

    synchronized Figures figures() {
        long skipped = 0;
        for (int i = 0; i < skips.length(); i++) {
            skipped += skips.get(i);
        }
        return figures.plus(
                new Figures(0, 0, 0, 0, 0, 0, 0, 0, 0, skipped, Duration.ZERO, Duration.ZERO, Duration.ZERO));
    }

    /** Most first. */
    synchronized Map<String, Long> fields() {
        return mostFirst(fields);
    }

    static Map<String, Long> mostFirst(Map<String, Long> counts) {
        Map<String, Long> sorted = new LinkedHashMap<>();
        counts.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .forEach(one -> sorted.put(one.getKey(), one.getValue()));
        return sorted;
    }

    synchronized Optional<Instant> last() {
        return last;
    }

    /** What people should know of what was not compared. */
    synchronized List<Text> notes() {
        List<Text> notes = new ArrayList<>();
        before.ifPresent(version -> notes.add(Text.of(
                "Bản đang chạy đổi từ " + version + " sang " + liveVersion + "; số liệu tính lại từ đó.",
                "The running version changed from " + version + " to " + liveVersion
                        + "; the figures begin anew from there.")));
        if (gap) {
            notes.add(Text.of(
                    "Kho bản gốc đã xóa bớt thông điệp theo giới hạn trước khi kịp so.",
                    "The archive's limits took messages before they could be compared."));
        }
        for (Skip skip : Skip.values()) {
            long count = skips.get(skip.ordinal());
            if (count > 0) {
                notes.add(Text.of(
                        count + " thông điệp không so: " + skip.words.vi() + ".",
                        count + " messages were not compared: " + skip.words.en() + "."));
            }
        }
        return notes;
    }
}
