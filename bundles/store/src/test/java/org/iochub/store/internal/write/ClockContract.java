package org.iochub.store.internal.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.iochub.store.internal.testing.Sample.message;
import static org.iochub.store.internal.testing.Sample.patch;
import static org.iochub.store.internal.testing.Sample.put;
import static org.iochub.store.internal.testing.Sample.whole;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.iochub.core.log.LoggedRecord;
import org.iochub.core.store.RecordStore;
import org.iochub.store.internal.open.Store;
import org.iochub.store.internal.testing.StoreTest;
import org.junit.jupiter.api.Test;

/** The machine's clock jumps: nothing is lost, doubled or out of order, and no moment in the log falls. */
abstract class ClockContract extends StoreTest {
    private static final List<Duration> JUMPS = List.of(
            Duration.ZERO,
            Duration.ofDays(20),
            Duration.ofHours(-5),
            Duration.ofMinutes(7),
            Duration.ofDays(-900),
            Duration.ZERO);

    private final Jumping clock = new Jumping();

    /** A clock that a test sets. */
    private static final class Jumping extends Clock {
        private static final Instant START = Instant.parse("2026-03-01T01:00:00Z");
        private Instant now = START;

        void jump(Duration by) {
            now = START.plus(by);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    @Override
    protected Store.Settings settings() {
        return super.settings().withClock(clock);
    }

    @Test
    void whateverTheClockDoesTheLogGoesOn() throws Exception {
        for (int i = 0; i < JUMPS.size(); i++) {
            clock.jump(JUMPS.get(i));
            // Decided by the version key, by arrival, and by a part that comes apart.
            submit(whole(
                    message("a", "m" + i),
                    put("keyed", i + 1, "k" + i),
                    put("kept", "v" + i),
                    put("new" + i, "n" + i)));
            submit(whole(message("b", "p" + i), patch("kept", "part", "p" + i)));
            store.upkeep().orphans(Duration.ofHours(24));
            store.upkeep().messages();
            if (i % 2 == 1) {
                reopen();
            }
            for (int before = 0; before <= i; before++) {
                assertThat(store.records().resume(message("a", "m" + before)))
                        .as("message %d after jump %d", before, i)
                        .isEqualTo(RecordStore.TAKEN);
            }
        }
        List<LoggedRecord> feed = feed();
        assertThat(feed).extracting(LoggedRecord::position).isSorted().doesNotHaveDuplicates();
        assertThat(feed).extracting(LoggedRecord::recordedAt).isSortedAccordingTo(OffsetDateTime.timeLineOrder());
        assertThat(values(feed.stream()
                        .filter(record -> StoreTest.value(record).startsWith("k"))
                        .toList()))
                .containsExactly("k0", "k1", "k2", "k3", "k4", "k5");
        assertThat(feed).hasSize(4 * JUMPS.size());
        assertThat(current("keyed")).isEqualTo("k5");
        assertThat(current("kept")).isEqualTo("v5");
    }
}
