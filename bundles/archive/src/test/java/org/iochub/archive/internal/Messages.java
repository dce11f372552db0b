package org.iochub.archive.internal;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import org.iochub.core.archive.ArchivePolicy;
import org.iochub.core.archive.ArchivedMessage;
import org.iochub.core.archive.Archiver;
import org.iochub.core.store.MessageRef;

/** Made-up messages, and archives to put them into. */
final class Messages {
    static final OffsetDateTime DAY = OffsetDateTime.parse("2026-03-02T08:00:00+07:00");
    static final ArchivePolicy PLAIN = new ArchivePolicy(ArchivePolicy.Mode.PLAIN, Duration.ofDays(10_000), 1L << 40);
    static final ArchivePolicy ENCRYPTED =
            new ArchivePolicy(ArchivePolicy.Mode.ENCRYPTED, Duration.ofDays(10_000), 1L << 40);

    private Messages() {}

    static FileArchive archive(Path folder, Optional<ArchiveKey> key) {
        return archive(folder, key, Clock.fixed(Instant.from(DAY), ZoneOffset.UTC), ArchiveComponent.SEGMENT);
    }

    static FileArchive archive(Path folder, Optional<ArchiveKey> key, Clock clock, long segmentBytes) {
        return new FileArchive(folder, Policies.usual(), key, segmentBytes, clock, Runnable::run);
    }

    static MessageRef ref(String id, OffsetDateTime at) {
        return new MessageRef(
                "tram-quan-trac", "quang-ngai", id, true, id + ".txt", at, "environment-stations", "1.2.3", false);
    }

    static Archiver.Body body(byte[] bytes, Map<String, String> attributes) {
        return new Archiver.Body() {
            @Override
            public InputStream open() {
                return new ByteArrayInputStream(bytes);
            }

            @Override
            public String sha256() {
                return HexFormat.of().formatHex(Layout.sha256().digest(bytes));
            }

            @Override
            public Map<String, String> attributes() {
                return attributes;
            }
        };
    }

    static void keep(FileArchive archive, ArchivePolicy policy, String id, OffsetDateTime at, String text)
            throws Exception {
        archive.keep(policy, ref(id, at), body(text.getBytes(StandardCharsets.UTF_8), Map.of("CamelFileName", id)))
                .get();
    }

    static String text(FileArchive archive, ArchivedMessage message) throws Exception {
        try (InputStream in = archive.open(message)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
