package org.iochub.routes.environmentstations.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.camel.Consumer;
import org.apache.camel.Endpoint;
import org.iochub.model.area.AreaRegistry;
import org.iochub.testkit.TestSource;
import org.junit.jupiter.api.Test;

/** The test settings poll every 100 ms and pause for 400 ms at most. */
class PollsTest {
    private static final Consumer CONSUMER = null;
    private static final Endpoint ENDPOINT = null;

    private final AtomicLong millis = new AtomicLong();
    private final TestSource<EnvironmentStationsSettings> source =
            TestSource.of(new TestSettings().build(), AreaRegistry.builtIn());
    private final Fleet fleet = new Fleet(source, StationList.of(source.settings()));
    private final Polls polls =
            new Polls(source, new StableFiles<>(Duration.ZERO, millis::get), fleet, () -> millis.get() * 1_000_000L);

    @Test
    void eachFailureDoublesThePauseUpToTheLongest() {
        for (long pause : new long[] {100, 200, 400, 400, 400}) {
            fail();
            assertThat(beginsAfter(pause - 1)).isFalse();
            assertThat(beginsAfter(1)).isTrue();
        }
        assertThat(source.waitings()).hasSize(5);
    }

    @Test
    void successEndsThePauses() {
        fail();
        fail();
        polls.commit(CONSUMER, ENDPOINT, 3);
        assertThat(beginsAfter(0)).isTrue();
        assertThat(source.timesUpToDate()).isZero();
        polls.commit(CONSUMER, ENDPOINT, 0);
        assertThat(source.timesUpToDate()).isEqualTo(1);
    }

    @Test
    void theReasonIsThatOfTheRootInOneLine() {
        polls.rollback(CONSUMER, ENDPOINT, 0, new IOException("outer", new IOException("530 no\r\nmore")));
        assertThat(source.waitings().get(0).en()).contains("(530 no)");
        polls.rollback(CONSUMER, ENDPOINT, 0, new IOException((String) null));
        assertThat(source.waitings().get(1).en()).contains("(IOException)");
    }

    private void fail() {
        polls.rollback(CONSUMER, ENDPOINT, 0, new IOException("refused"));
    }

    private boolean beginsAfter(long pause) {
        millis.addAndGet(pause);
        return polls.begin(CONSUMER, ENDPOINT);
    }
}
