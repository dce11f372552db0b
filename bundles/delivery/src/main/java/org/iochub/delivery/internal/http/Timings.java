package org.iochub.delivery.internal.http;

import java.time.Duration;

/**
 * How long a receiver may take.
 *
 * @param connect to accept a connection, TLS included
 * @param silence between two signs of life
 * @param whole from the first byte sent to the end of the answer
 */
public record Timings(Duration connect, Duration silence, Duration whole) {
    public static Timings usual() {
        return new Timings(Duration.ofSeconds(5), Duration.ofSeconds(15), Duration.ofSeconds(30));
    }
}
