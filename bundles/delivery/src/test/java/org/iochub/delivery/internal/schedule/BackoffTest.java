package org.iochub.delivery.internal.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class BackoffTest {
    @Test
    void chanceTakesHalfAwayAtMost() {
        Backoff longest = new Backoff(Duration.ofSeconds(2), Duration.ofMinutes(15), () -> 0);
        Backoff shortest = new Backoff(Duration.ofSeconds(2), Duration.ofMinutes(15), () -> 1);
        assertThat(longest.after(3)).hasSeconds(8);
        assertThat(shortest.after(3)).hasSeconds(4);
        assertThat(longest.after(1_000_000)).isEqualTo(Duration.ofMinutes(15));
        assertThat(shortest.after(30)).isEqualTo(Duration.ofSeconds(450));
    }
}
