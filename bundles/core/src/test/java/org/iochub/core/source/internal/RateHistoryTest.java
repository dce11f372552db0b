package org.iochub.core.source.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.iochub.api.Delivered;
import org.iochub.core.source.Rates;
import org.junit.jupiter.api.Test;

class RateHistoryTest {
    private Instant now = Instant.parse("2026-03-02T01:00:30Z");
    private final RateHistory history = new RateHistory(new Clock() {
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
    });

    @Test
    void countsByTheMinuteAndForgetsAfterAnHour() {
        history.add(new Delivered(5, 1, 2, 0, 0));
        history.add(new Delivered(1, 0, 0, 0, 0));
        now = now.plus(Duration.ofMinutes(2));
        history.add(new Delivered(7, 0, 0, 0, 0));

        Rates rates = history.rates();
        assertThat(rates.accepted()).hasSize(Rates.SPANS).endsWith(6, 0, 7);
        assertThat(rates.quarantined()).endsWith(2, 0, 0);
        assertThat(rates.end()).isEqualTo("2026-03-02T01:03:00Z");

        now = now.plus(Duration.ofMinutes(57));
        assertThat(history.rates().accepted()).startsWith(6, 0, 7).endsWith(0);
        now = now.plus(Duration.ofMinutes(1));
        assertThat(history.rates().accepted()).startsWith(0, 7, 0);
        now = now.plus(Duration.ofDays(3));
        assertThat(history.rates().accepted()).containsOnly(0);
    }

    @Test
    void aClockSetBackLosesNothing() {
        history.add(new Delivered(5, 0, 0, 0, 0));
        now = now.minus(Duration.ofHours(5));
        history.add(new Delivered(2, 0, 0, 0, 0));
        assertThat(history.rates().accepted()).endsWith(0, 7);
    }
}
