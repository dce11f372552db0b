package org.iochub.cluster.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.iochub.core.log.FeedBell.Listening;
import org.junit.jupiter.api.Test;

class BellTest {
    private final Bell bell = new Bell();

    @Test
    void remembersTheGreatestPosition() {
        bell.ring(7);
        bell.ring(3);
        assertThat(bell.heard()).isEqualTo(7);
    }

    @Test
    void aWaiterWakesWhenThePositionIsPassed() throws Exception {
        CompletableFuture<Boolean> waiter = CompletableFuture.supplyAsync(() -> {
            try {
                return bell.await(5, Duration.ofSeconds(20));
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
        bell.ring(5);
        bell.ring(6);
        assertThat(waiter.get(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void aWaiterGoesHomeWhenNothingComes() throws Exception {
        bell.ring(5);
        assertThat(bell.await(5, Duration.ofMillis(5))).isFalse();
        assertThat(bell.await(4, Duration.ZERO)).isTrue();
    }

    @Test
    void listenersHearEveryRingUntilTheyClose() {
        List<Long> first = new ArrayList<>();
        List<Long> second = new ArrayList<>();
        try (Listening one = bell.listen(first::add)) {
            assertThat(one).isNotNull();
            bell.listen(second::add);
            bell.ring(1);
        }
        bell.ring(2);
        assertThat(first).containsExactly(1L);
        assertThat(second).containsExactly(1L, 2L);
    }

    @Test
    void aListenerThatFailsSilencesNobody() {
        List<Long> heard = new ArrayList<>();
        bell.listen(position -> {
            throw new IllegalStateException("mistake");
        });
        bell.listen(heard::add);
        bell.ring(1);
        assertThat(heard).containsExactly(1L);
    }
}
