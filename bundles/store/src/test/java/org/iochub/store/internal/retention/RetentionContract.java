package org.iochub.store.internal.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.iochub.store.internal.testing.Sample.put;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.iochub.core.log.FeedFilter;
import org.iochub.core.log.FeedHead;
import org.iochub.core.records.StoredVersion;
import org.iochub.model.Fault;
import org.iochub.model.FaultException;
import org.iochub.model.VersionKey;
import org.iochub.store.internal.jdbc.Database;
import org.iochub.store.internal.jdbc.Sql;
import org.iochub.store.internal.open.Store;
import org.iochub.store.internal.testing.Sample;
import org.iochub.store.internal.testing.StoreTest;
import org.junit.jupiter.api.Test;

/** Old versions go, current state never, and no reader meets a gap that nobody tells him of. */
public abstract class RetentionContract extends StoreTest {
    private static final Map<String, Duration> MONTH = Map.of("facility", Duration.ofDays(30));
    private final Hands clock = new Hands();

    /** A clock that a test sets. */
    private static final class Hands extends Clock {
        private volatile Instant now = Instant.parse("2026-03-01T00:00:00Z");

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    @Override
    protected Store.Settings settings() {
        return super.settings().withClock(clock);
    }

    private void days(int days) {
        clock.now = clock.now.plus(Duration.ofDays(days));
    }

    private List<StoredVersion> history(String name) {
        return store.reader().history("facility", Sample.id("facility", name), 100);
    }

    private long versions() throws Exception {
        try (Database database = new Database(place)) {
            return database.read(c -> Sql.first(c, row -> row.getLong(1), "SELECT COUNT(*) FROM version"))
                    .orElseThrow();
        }
    }

    @Test
    void oldVersionsGoAndCurrentStateStays() throws Exception {
        take(put("x", 1, "old"), put("quiet", 1, "first"));
        take(put("task", "t", VersionKey.arrival(), "kept"));
        take(put("x", 2, "newer"));
        days(40);
        take(put("x", 3, "newest"), put("y", 1, "young"));

        store.retention().run(MONTH);

        FeedHead head = store.feed().head();
        assertThat(head.oldest()).isEqualTo(5);
        assertThat(head.oldest(Optional.of(Set.of("facility")))).isEqualTo(5);
        assertThat(head.oldest(Optional.of(Set.of("task")))).isEqualTo(1);
        assertThat(current("x")).isEqualTo("newest");
        assertThat(current("quiet")).isEqualTo("first");
        assertThat(store.reader().page("facility", FeedFilter.all(), Optional.empty(), 10))
                .hasSize(3);
        assertThat(history("x")).hasSize(1);
        assertThat(history("x").get(0).notes()).extracting(Fault::code).containsExactly("history-cut");
        assertThat(history("quiet").get(0).notes()).isEmpty();
        assertThat(values(store.feed()
                        .read(FeedFilter.type("facility"), 4, 10, 10_000)
                        .records()))
                .containsExactlyInAnyOrder("newest", "young");
        assertThat(values(store.feed()
                        .read(FeedFilter.type("task"), 0, 10, 10_000)
                        .records()))
                .containsExactly("kept");
        reopen();
        assertThat(store.feed().head()).isEqualTo(head);
    }

    @Test
    void aReaderBeforeTheCutIsToldAndNeverGivenAGap() throws Exception {
        take(put("x", 1, "a"));
        take(put("x", 2, "b"), put("task", "t", VersionKey.arrival(), "t"));
        days(40);
        take(put("x", 3, "c"));

        store.retention().run(MONTH);

        long oldest = store.feed().head().oldest(FeedFilter.type("facility").types());
        for (FeedFilter filter : List.of(FeedFilter.all(), FeedFilter.type("facility"))) {
            for (long after = 0; after < oldest - 1; after++) {
                long at = after;
                assertThatThrownBy(() -> store.feed().read(filter, at, 10, 10_000))
                        .isInstanceOfSatisfying(
                                FaultException.class,
                                e -> assertThat(e.fault().code()).isEqualTo("cursor-gone"));
            }
            assertThat(values(store.feed().read(filter, oldest - 1, 10, 10_000).records()))
                    .endsWith("c");
        }
    }

    @Test
    void whatStoodWhenItsTurnCameGoesWithItsSuccessorAndSoDoLateOnes() throws Exception {
        take(put("x", 5, "stands"));
        take(put("x", 1, "late"));
        days(40);
        store.retention().run(MONTH);
        assertThat(history("x")).hasSize(2);
        take(put("x", 6, "next"));
        days(40);
        take(put("x", 7, "last"));

        store.retention().run(MONTH);

        assertThat(history("x")).hasSize(1);
        assertThat(current("x")).isEqualTo("last");
        store.close();
        assertThat(versions()).isEqualTo(1);
        reopen();
        take(put("x", 2, "very late"));
        assertThat(current("x")).isEqualTo("last");
    }

    @Test
    void manyStepsLeaveExactlyWhatStands() throws Exception {
        for (int round = 0; round < 5; round++) {
            org.iochub.core.store.Entry[] entries = new org.iochub.core.store.Entry[Retention.STEP];
            for (int i = 0; i < entries.length; i++) {
                entries[i] = put("r" + i, round + 1L, "v" + round);
            }
            take(entries);
        }
        days(40);
        take(put("r0", 100, "fresh"));

        assertThat(store.retention().run(MONTH)).isGreaterThanOrEqualTo(5 * Retention.STEP);
        assertThat(store.retention().run(MONTH)).isZero();

        assertThat(store.reader().page("facility", FeedFilter.all(), Optional.empty(), 10_000))
                .hasSize(Retention.STEP);
        store.close();
        assertThat(versions()).isEqualTo(Retention.STEP);
        reopen();
    }

    @Test
    void deletedRecordsStayDeletedAndMayComeBack() throws Exception {
        take(put("x", 1, "a"));
        take(Sample.remove("x", VersionKey.revision(2)));
        days(40);
        take(put("y", 1, "b"));
        store.retention().run(MONTH);

        assertThat(current("x")).isEqualTo("-");
        take(put("x", 1, "a"));
        assertThat(current("x")).isEqualTo("-");
        take(put("x", 3, "again"));
        assertThat(current("x")).isEqualTo("again");
    }

    @Test
    void withoutRulesNothingGoes() throws Exception {
        take(put("x", 1, "a"));
        take(put("x", 2, "b"));
        days(4_000);

        assertThat(store.retention().run(Map.of())).isZero();

        assertThat(values(feed())).containsExactly("a", "b");
    }
}
