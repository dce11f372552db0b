package org.iochub.feed.internal.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class CourtesyTest {
    private static final long FAR = 100_000;
    private static final long PAGE = TimeUnit.MILLISECONDS.toNanos(100);

    private final AtomicLong now = new AtomicLong(5);
    private final Courtesy courtesy = new Courtesy(now::get, 2);

    @Test
    void nobodyWaitsWhileLittleComesIn() {
        courtesy.grown(1_000_000);
        for (int i = 0; i < 20; i++) {
            assertThat(courtesy.turn(FAR, PAGE)).isZero();
        }
    }

    @Test
    void whoCatchesUpTakesTurnsWhileMuchComesInAndWhoFollowsDoesNot() {
        muchComesIn();
        assertThat(courtesy.turn(FAR, PAGE)).isZero();
        Duration second = courtesy.turn(FAR, PAGE);
        Duration third = courtesy.turn(FAR, PAGE);
        assertThat(second).isPositive();
        assertThat(third).isEqualTo(second.multipliedBy(2));
        assertThat(courtesy.turn(10, PAGE)).isZero();
        for (int i = 0; i < 100; i++) {
            assertThat(courtesy.turn(FAR, PAGE)).isLessThanOrEqualTo(Duration.ofSeconds(10));
        }
    }

    @Test
    void itEndsSoonAfterTheLastOfIt() {
        muchComesIn();
        courtesy.turn(FAR, PAGE);
        assertThat(courtesy.turn(FAR, PAGE)).isPositive();
        now.addAndGet(TimeUnit.SECONDS.toNanos(2));
        courtesy.grown(3_010);
        assertThat(courtesy.turn(FAR, PAGE)).isZero();
    }

    private void muchComesIn() {
        courtesy.grown(0);
        courtesy.grown(3_000);
    }
}
