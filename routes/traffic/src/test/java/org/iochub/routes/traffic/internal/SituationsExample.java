package org.iochub.routes.traffic.internal;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.iochub.api.read.MissingOffset;

/** Settings for tests. */
final class SituationsExample {
    private SituationsExample() {}

    static SituationsSettings at(URI url, Duration patience) {
        return new SituationsSettings(
                url,
                Optional.empty(),
                Duration.ofMillis(200),
                Duration.ofSeconds(5),
                patience,
                1 << 20,
                Optional.of("49;48"),
                MissingOffset.LOCAL);
    }
}
