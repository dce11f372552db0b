package org.iochub.routes.documents.internal;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.iochub.api.Secret;

/** Settings for tests, with a way to vary each that a test varies. */
record Example(
        URI url,
        String secret,
        Duration responseTimeout,
        int maxDocuments,
        int attempts,
        long maxDocumentBytes,
        long maxAttachmentBytes,
        Optional<String> area) {
    static final String BOX = "ioc-duc-pho";

    static Example at(URI url) {
        return new Example(
                url,
                "khoa-mo-phong",
                Duration.ofSeconds(20),
                1000,
                3,
                4 << 20,
                1 << 20,
                Optional.of("534@2025-06-30;51"));
    }

    Example secret(String other) {
        return new Example(
                url, other, responseTimeout, maxDocuments, attempts, maxDocumentBytes, maxAttachmentBytes, area);
    }

    Example responseTimeout(Duration other) {
        return new Example(url, secret, other, maxDocuments, attempts, maxDocumentBytes, maxAttachmentBytes, area);
    }

    Example maxDocuments(int other) {
        return new Example(url, secret, responseTimeout, other, attempts, maxDocumentBytes, maxAttachmentBytes, area);
    }

    Example attempts(int other) {
        return new Example(
                url, secret, responseTimeout, maxDocuments, other, maxDocumentBytes, maxAttachmentBytes, area);
    }

    DocumentsSettings settings() {
        return new DocumentsSettings(
                url,
                BOX,
                new Secret("env:EDOC_SECRET", () -> secret),
                Duration.ofMillis(200),
                Duration.ofSeconds(5),
                responseTimeout,
                7,
                maxDocuments,
                1 << 20,
                maxDocumentBytes,
                maxAttachmentBytes,
                attempts,
                Duration.ofDays(30),
                Duration.ofMinutes(10),
                Duration.ofDays(2),
                "02:00",
                List.of("01", "02", "03", "04", "05", "06", "13", "15", "16"),
                area);
    }
}
