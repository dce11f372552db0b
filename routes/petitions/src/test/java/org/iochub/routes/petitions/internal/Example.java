package org.iochub.routes.petitions.internal;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.iochub.api.Secret;
import org.iochub.api.read.MissingOffset;

/** Settings for tests, with a way to vary each that a test varies. */
record Example(URI url, String password, int maxPages, Duration responseTimeout, MissingOffset missingOffset) {
    static Example at(URI url) {
        return new Example(url, "mat-khau-mo-phong", 50, Duration.ofSeconds(20), MissingOffset.LOCAL);
    }

    Example password(String other) {
        return new Example(url, other, maxPages, responseTimeout, missingOffset);
    }

    Example maxPages(int pages) {
        return new Example(url, password, pages, responseTimeout, missingOffset);
    }

    Example responseTimeout(Duration timeout) {
        return new Example(url, password, maxPages, timeout, missingOffset);
    }

    Example missingOffset(MissingOffset missing) {
        return new Example(url, password, maxPages, responseTimeout, missing);
    }

    PetitionsSettings settings() {
        return new PetitionsSettings(
                url,
                Optional.of("ioc"),
                Optional.of(new Secret("env:PAKN_PASSWORD", () -> password)),
                Duration.ofMillis(200),
                Duration.ofSeconds(5),
                responseTimeout,
                20,
                maxPages,
                1 << 20,
                Duration.ofDays(90),
                Duration.ofMinutes(10),
                Duration.ofDays(2),
                "02:00",
                List.of("1=received", "2=assigned", "3=in-process", "4=answered", "5=closed", "6=rejected"),
                missingOffset);
    }
}
