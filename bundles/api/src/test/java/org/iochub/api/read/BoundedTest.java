package org.iochub.api.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

class BoundedTest {
    private static final Duration LONG = Duration.ofMinutes(1);

    @Test
    void readsUpToTheBound() throws IOException {
        assertThat(Bounded.read(new ByteArrayInputStream(new byte[100]), 100, LONG))
                .hasSize(100);
        assertThatThrownBy(() -> Bounded.read(new ByteArrayInputStream(new byte[101]), 100, LONG))
                .hasMessageContaining("too-large");
    }

    @Test
    void givesUpOnADrip() {
        InputStream drip = new InputStream() {
            @Override
            public int read() {
                LockSupport.parkNanos(1_000_000);
                return 'x';
            }

            @Override
            public int read(byte[] buffer, int offset, int length) {
                buffer[offset] = (byte) read();
                return 1;
            }
        };
        assertThatThrownBy(() -> Bounded.read(drip, Long.MAX_VALUE, Duration.ofMillis(20)))
                .hasMessageContaining("too-slow");
    }

    @Test
    void countsWhatAStreamGives() {
        assertThatThrownBy(() -> Bounded.stream(new ByteArrayInputStream(new byte[11]), 10)
                        .readAllBytes())
                .hasMessageContaining("too-large");
    }
}
