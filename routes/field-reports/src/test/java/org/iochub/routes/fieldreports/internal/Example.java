package org.iochub.routes.fieldreports.internal;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.iochub.api.Secret;
import org.iochub.api.read.MissingOffset;

/** Settings for tests, with a way to vary each that a test varies. */
record Example(
        URI url,
        Optional<Secret> apiKey,
        Optional<String> apiKeyHeader,
        int pageSize,
        int maxPages,
        long maxPageBytes,
        Duration responseTimeout,
        MissingOffset missingOffset,
        Optional<String> within,
        List<String> areas) {
    static final String JURISDICTION = "quang-nam";

    static Example at(URI url) {
        return new Example(
                url,
                Optional.empty(),
                Optional.empty(),
                20,
                50,
                1 << 20,
                Duration.ofSeconds(20),
                MissingOffset.LOCAL,
                Optional.of("49;48"),
                List.of());
    }

    Example key(Secret key, Optional<String> header) {
        return new Example(
                url,
                Optional.of(key),
                header,
                pageSize,
                maxPages,
                maxPageBytes,
                responseTimeout,
                missingOffset,
                within,
                areas);
    }

    Example maxPages(int pages) {
        return new Example(
                url,
                apiKey,
                apiKeyHeader,
                pageSize,
                pages,
                maxPageBytes,
                responseTimeout,
                missingOffset,
                within,
                areas);
    }

    Example responseTimeout(Duration timeout) {
        return new Example(
                url, apiKey, apiKeyHeader, pageSize, maxPages, maxPageBytes, timeout, missingOffset, within, areas);
    }

    Example missingOffset(MissingOffset missing) {
        return new Example(
                url, apiKey, apiKeyHeader, pageSize, maxPages, maxPageBytes, responseTimeout, missing, within, areas);
    }

    Example places(Optional<String> top, List<String> byJurisdiction) {
        return new Example(
                url,
                apiKey,
                apiKeyHeader,
                pageSize,
                maxPages,
                maxPageBytes,
                responseTimeout,
                missingOffset,
                top,
                byJurisdiction);
    }

    FieldReportsSettings settings() {
        return new FieldReportsSettings(
                url,
                Optional.of(JURISDICTION),
                apiKey,
                apiKeyHeader,
                Duration.ofMillis(200),
                Duration.ofSeconds(5),
                responseTimeout,
                pageSize,
                maxPages,
                maxPageBytes,
                TimeParameter.UPDATED_AFTER,
                Duration.ofDays(90),
                Duration.ofMinutes(10),
                Duration.ofDays(2),
                "02:00",
                List.of("open=received", "closed=closed"),
                List.of("extended_status", "status"),
                missingOffset,
                within,
                areas,
                StatusList.EXTENDED);
    }
}
