package org.iochub.core.replay.internal;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.iochub.core.pipeline.internal.Origin;
import org.iochub.model.FaultException;
import org.junit.jupiter.api.Test;

class PatientAdaptersTest {
    private static final long STEP = Duration.ofSeconds(50).toNanos();

    private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - STEP);
    private final AtomicBoolean there = new AtomicBoolean();
    private final PatientAdapters adapters = new PatientAdapters(this::open, now::get);

    private Adapters.Use open(String source, long fence) {
        if (!there.get()) {
            throw FaultException.of("source-not-ready", source, "Chưa.", "Not yet.");
        }
        return new Adapters.Use() {
            @Override
            public Origin origin() {
                throw new UnsupportedOperationException();
            }

            @Override
            public void close() {
                // Nothing is held.
            }
        };
    }

    @Test
    void whatIsAwayForAMomentIsWaitedForAndWhatStaysAwayIsGone() {
        ThrowingCallable open = () -> adapters.open("one", 1).close();
        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(open).hasMessageContaining("source-not-yet");
            now.addAndGet(STEP);
        }
        assertThatThrownBy(open).hasMessageContaining("source-not-ready");
        there.set(true);
        adapters.open("one", 1).close();
        there.set(false);
        assertThatThrownBy(open).hasMessageContaining("source-not-yet");
    }
}
