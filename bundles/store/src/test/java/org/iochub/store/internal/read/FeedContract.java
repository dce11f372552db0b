package org.iochub.store.internal.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.iochub.store.internal.testing.Sample.NORTH;
import static org.iochub.store.internal.testing.Sample.SOUTH;
import static org.iochub.store.internal.testing.Sample.message;
import static org.iochub.store.internal.testing.Sample.put;
import static org.iochub.store.internal.testing.Sample.whole;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.LongStream;
import org.iochub.core.log.FeedFilter;
import org.iochub.core.log.FeedHead;
import org.iochub.core.log.FeedSlice;
import org.iochub.core.log.LoggedRecord;
import org.iochub.core.report.Arrivals.Arrival;
import org.iochub.core.store.Entry;
import org.iochub.model.RecordId;
import org.iochub.model.VersionKey;
import org.iochub.store.internal.open.Store;
import org.iochub.store.internal.testing.Merger;
import org.iochub.store.internal.testing.Sample;
import org.iochub.store.internal.testing.StoreTest;
import org.junit.jupiter.api.Test;

/** The log as readers see it. */
public abstract class FeedContract extends StoreTest {
    private static final String[] TYPES = {"facility", "document", "task"};

    @Test
    void anEmptyLogHasAHead() {
        FeedHead head = store.feed().head();
        assertThat(head.position()).isZero();
        assertThat(head.oldest()).isEqualTo(1);
        assertThat(head.epoch()).isNotBlank();
        assertThat(store.feed().read(FeedFilter.all(), 0, 10, 1000)).isEqualTo(new FeedSlice(List.of(), 0, false));
        reopen();
        assertThat(store.feed().head()).isEqualTo(head);
    }

    @Test
    void aSliceKeepsItsLimits() throws Exception {
        for (int i = 0; i < 20; i++) {
            take(put("x", "0123456789" + i), put("y", "0123456789" + i));
        }
        FeedSlice slice = store.feed().read(FeedFilter.all(), 3, 5, 1_000_000);
        assertThat(slice.records()).extracting(LoggedRecord::position).containsExactly(4L, 5L, 6L, 7L, 8L);
        assertThat(slice.scannedTo()).isEqualTo(8);
        assertThat(slice.more()).isTrue();
        FeedSlice bytes = store.feed().read(FeedFilter.all(), 0, 100, 60);
        assertThat(bytes.records()).hasSize(2);
        assertThat(bytes.scannedTo()).isEqualTo(2);
        FeedSlice end = store.feed().read(FeedFilter.all(), 40, 10, 1000);
        assertThat(end.records()).isEmpty();
        assertThat(end.scannedTo()).isEqualTo(40);
        assertThat(end.more()).isFalse();
    }

    @Test
    void arrivalsAreCountedBySourceAndTypeWithinAPeriod() throws Exception {
        submit(whole(
                message("a", "m1"),
                Sample.put("facility", "f1", VersionKey.arrival(), "f1"),
                Sample.put("facility", "f2", VersionKey.arrival(), "f2"),
                Sample.put("document", "d1", VersionKey.arrival(), "d1")));
        submit(whole(message("a", "m2"), Sample.put("facility", "f1", VersionKey.arrival(), "f1 changed")));
        submit(whole(message("b", "m1"), Sample.put("facility", "f9", VersionKey.arrival(), "f9")));
        List<LoggedRecord> all = feed();
        Instant first = all.get(0).recordedAt().toInstant();
        Instant last = all.get(all.size() - 1).recordedAt().toInstant();
        String tenant = all.get(0).tenant();
        assertThat(store.arrivals().between(first, last.plusSeconds(1)))
                .containsExactly(
                        new Arrival(tenant, "a", "document", 1, 0),
                        new Arrival(tenant, "a", "facility", 3, 0),
                        new Arrival(tenant, "b", "facility", 1, 0));
        assertThat(store.arrivals().between(last.plusSeconds(1), last.plusSeconds(9)))
                .isEmpty();
        assertThat(store.arrivals().between(first.minusSeconds(9), first)).isEmpty();
    }

    @Test
    void everyFilterIsThatOrderFiltered() throws Exception {
        for (int i = 0; i < 30; i++) {
            submit(whole(
                    message(i % 2 == 0 ? "a" : "b", "m" + i),
                    Sample.put("facility", "f" + i, VersionKey.arrival(), "f" + i, Optional.of(NORTH)),
                    Sample.put("document", "d" + i, VersionKey.arrival(), "d" + i, Optional.of(SOUTH)),
                    Sample.put("facility", "g" + i, VersionKey.arrival(), "g" + i)));
        }
        submit(whole(message("c", "rare"), Sample.put("area", "q", VersionKey.arrival(), "rare")));
        List<LoggedRecord> all = feed();
        assertThat(all).hasSize(91);
        Map<String, Long> ends = new TreeMap<>();
        all.forEach(record -> ends.put(record.type(), record.position()));
        assertThat(store.feed().positions()).isEqualTo(ends);
        assertThat(all)
                .extracting(LoggedRecord::position)
                .containsExactlyElementsOf(LongStream.rangeClosed(1, 91).boxed().toList());
        assertThat(feed(FeedFilter.type("document")))
                .usingRecursiveFieldByFieldElementComparator()
                .containsExactlyElementsOf(
                        all.stream().filter(r -> r.type().equals("document")).toList());
        assertThat(values(feed(FeedFilter.type("area")))).containsExactly("rare");
        assertThat(feed(FeedFilter.type("none"))).isEmpty();
        assertThat(positions(filter(Optional.of(Set.of("document", "area")), Optional.empty(), Optional.empty())))
                .isEqualTo(all.stream()
                        .filter(r -> !r.type().equals("facility"))
                        .map(LoggedRecord::position)
                        .toList());
        assertThat(positions(filter(Optional.empty(), Optional.of(Set.of("b")), Optional.empty())))
                .isEqualTo(all.stream()
                        .filter(r -> r.source().equals("b"))
                        .map(LoggedRecord::position)
                        .toList());
        assertThat(positions(filter(Optional.of(Set.of("facility")), Optional.of(Set.of("b")), Optional.of(NORTH))))
                .isEqualTo(all.stream()
                        .filter(r -> r.source().equals("b") && r.area().equals(Optional.of(NORTH)))
                        .map(LoggedRecord::position)
                        .toList());
        assertThat(feed(new FeedFilter(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(Set.of("elsewhere")),
                        Optional.empty(),
                        Optional.empty())))
                .isEmpty();
    }

    @Test
    void whoReadsAnAreaLearnsThatARecordLeft() throws Exception {
        take(Sample.put("facility", "x", VersionKey.arrival(), "one", Optional.of(NORTH)));
        take(Sample.put("facility", "x", VersionKey.arrival(), "two", Optional.of(SOUTH)));
        take(Sample.put("facility", "x", VersionKey.arrival(), "three", Optional.of(SOUTH)));
        assertThat(values(feed(filter(Optional.empty(), Optional.empty(), Optional.of(NORTH)))))
                .containsExactly("one", "two");
        assertThat(values(feed(filter(Optional.empty(), Optional.empty(), Optional.of(SOUTH)))))
                .containsExactly("two", "three");
        assertThat(store.reader()
                        .page(
                                "facility",
                                filter(Optional.empty(), Optional.empty(), Optional.of(NORTH)),
                                Optional.empty(),
                                10))
                .isEmpty();
    }

    @Test
    void sinceStartsAtAnInstant() throws Exception {
        List<OffsetDateTime> times = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            take(put("x", "v" + i), put("y", "v" + i));
            times.add(feed().get(feed().size() - 1).recordedAt());
        }
        for (int i = 0; i < 12; i++) {
            OffsetDateTime since = times.get(i);
            FeedFilter filter = new FeedFilter(
                    Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(since));
            assertThat(feed(filter))
                    .extracting(LoggedRecord::position)
                    .isEqualTo(feed().stream()
                            .filter(r -> !r.recordedAt().isBefore(since))
                            .map(LoggedRecord::position)
                            .toList());
        }
        assertThat(times).isSorted();
    }

    @Test
    void currentRecordsComeInPagesWithoutGapOrDouble() throws Exception {
        List<Entry> entries = new ArrayList<>();
        for (int i = 0; i < 1_300; i++) {
            entries.add(put("r" + i, "v"));
        }
        take(entries.toArray(Entry[]::new));
        take(Sample.put("document", "d", VersionKey.arrival(), "v"));
        take(Sample.remove("r7", VersionKey.arrival()));
        Set<RecordId> seen = new HashSet<>();
        Optional<RecordId> after = Optional.empty();
        List<LoggedRecord> page;
        do {
            page = store.reader().page("facility", FeedFilter.all(), after, 170);
            page.forEach(r -> assertThat(seen.add(r.id())).isTrue());
            page.forEach(r -> assertThat(r.position()).isBetween(1L, 1_300L));
            after = page.isEmpty()
                    ? Optional.empty()
                    : Optional.of(page.get(page.size() - 1).id());
        } while (!page.isEmpty());
        assertThat(seen).hasSize(1_299);
    }

    /** Several stores on one database are several nodes: only possible where the database is a server. */
    protected int nodes() {
        return 1;
    }

    @Test
    void readersThatFollowSeeEverythingOnceInOrder() throws Exception {
        int writers = 4;
        int messages = 25;
        List<Store> stores = new ArrayList<>(List.of(store));
        for (int i = 1; i < nodes(); i++) {
            stores.add(new Store(settings(), new Merger(), position -> {}).opened());
        }
        AtomicBoolean done = new AtomicBoolean();
        ExecutorService threads = Executors.newCachedThreadPool();
        try {
            List<Future<List<LoggedRecord>>> readers = new ArrayList<>();
            for (String type : List.of("", TYPES[0], TYPES[1], TYPES[2])) {
                Store from = stores.get(readers.size() % stores.size());
                readers.add(threads.submit(() -> follow(from, type, done)));
            }
            List<Future<?>> running = new ArrayList<>();
            for (int w = 0; w < writers; w++) {
                int writer = w;
                Store to = stores.get(w % stores.size());
                running.add(threads.submit(() -> write(to, writer, messages)));
            }
            for (Future<?> one : running) {
                one.get(120, TimeUnit.SECONDS);
            }
            done.set(true);
            List<LoggedRecord> all = readers.get(0).get(60, TimeUnit.SECONDS);
            assertThat(all)
                    .extracting(LoggedRecord::position)
                    .containsExactlyElementsOf(
                            LongStream.rangeClosed(1, all.size()).boxed().toList());
            assertThat(all).extracting(LoggedRecord::recordedAt).isSorted();
            assertThat(all).extracting(LoggedRecord::version).doesNotHaveDuplicates();
            // Every writer's own records all, and the one record they all write to at least once each.
            assertThat(all.stream().filter(r -> !value(r).startsWith("shared")))
                    .hasSize(writers * messages * TYPES.length);
            assertThat(all.stream().filter(r -> value(r).startsWith("shared"))).hasSize(writers * messages);
            for (int i = 1; i < readers.size(); i++) {
                String type = TYPES[i - 1];
                assertThat(readers.get(i).get(60, TimeUnit.SECONDS))
                        .extracting(LoggedRecord::position)
                        .containsExactlyElementsOf(all.stream()
                                .filter(r -> r.type().equals(type))
                                .map(LoggedRecord::position)
                                .toList());
            }
        } finally {
            done.set(true);
            threads.shutdownNow();
            threads.awaitTermination(30, TimeUnit.SECONDS);
            stores.stream().skip(1).forEach(Store::close);
        }
    }

    private static Object write(Store to, int writer, int messages) throws Exception {
        for (int i = 0; i < messages; i++) {
            List<Entry> entries = new ArrayList<>();
            for (String type : TYPES) {
                entries.add(Sample.put(type, "w" + writer + "m" + i, VersionKey.arrival(), "own" + writer + "-" + i));
            }
            entries.add(Sample.put("facility", "shared", VersionKey.arrival(), "shared" + writer + "-" + i));
            to.records()
                    .submit(whole(message("s" + writer, "m" + i), entries.toArray(Entry[]::new)))
                    .get(60, TimeUnit.SECONDS);
        }
        return null;
    }

    private static List<LoggedRecord> follow(Store from, String type, AtomicBoolean done) {
        FeedFilter filter = type.isEmpty() ? FeedFilter.all() : FeedFilter.type(type);
        List<LoggedRecord> seen = new ArrayList<>();
        long at = 0;
        while (true) {
            boolean last = done.get();
            FeedSlice slice = from.feed().read(filter, at, 5, 100_000);
            seen.addAll(slice.records());
            at = slice.scannedTo();
            if (last && !slice.more()) {
                return seen;
            }
            Thread.onSpinWait();
        }
    }

    private List<Long> positions(FeedFilter filter) {
        return feed(filter).stream().map(LoggedRecord::position).toList();
    }

    private static FeedFilter filter(
            Optional<Set<String>> types, Optional<Set<String>> sources, Optional<org.iochub.model.area.AreaRef> area) {
        return new FeedFilter(types, sources, Optional.empty(), area.map(Set::of), Optional.empty());
    }
}
