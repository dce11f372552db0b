package org.iochub.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryAfterTest {
    private static final Clock NOW = Clock.fixed(Instant.parse("2026-03-02T01:00:00Z"), ZoneOffset.UTC);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "429 | 30 | PT30S",
                "503 | 0 | PT0S",
                "429 | Mon, 02 Mar 2026 01:02:00 GMT | PT2M",
                "429 | Mon, 02 Mar 2026 00:59:00 GMT | PT0S"
            })
    void aPauseIsSecondsOrADate(int status, String header, Duration pause) {
        assertThat(RetryAfter.parse(status, Optional.of(header), NOW)).contains(pause);
    }

    @ParameterizedTest
    @ValueSource(strings = {"soon", "-5", "1.5", "9999999999", "Mon, 31 Feb 2026 01:02:00 GMT"})
    void whatCannotBeReadIsNone(String header) {
        assertThat(RetryAfter.parse(429, Optional.of(header), NOW)).isEmpty();
    }

    @Test
    void itMeansNothingWithOtherStatuses() {
        assertThat(RetryAfter.parse(500, Optional.of("30"), NOW)).isEmpty();
    }
}
