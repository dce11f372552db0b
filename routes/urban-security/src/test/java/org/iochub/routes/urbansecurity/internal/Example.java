package org.iochub.routes.urbansecurity.internal;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.iochub.api.read.MissingOffset;

/** Settings for tests. */
final class Example {
    private Example() {}

    static UrbanSecuritySettings at(URI url, Duration patience, String within) {
        return new UrbanSecuritySettings(
                url,
                Optional.empty(),
                Duration.ofMillis(200),
                Duration.ofSeconds(5),
                patience,
                1 << 20,
                200,
                List.of("Public", "Restricted"),
                List.of("maDVHC"),
                Optional.of(within),
                MissingOffset.LOCAL);
    }
}
