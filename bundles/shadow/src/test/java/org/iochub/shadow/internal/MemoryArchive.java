package org.iochub.shadow.internal;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.iochub.core.archive.Archive;
import org.iochub.core.archive.ArchivePage;
import org.iochub.core.archive.ArchiveQuery;
import org.iochub.core.archive.ArchiveUse;
import org.iochub.core.archive.ArchivedMessage;

/** An archive in memory; its body is the message's name. */
final class MemoryArchive implements Archive {
    final List<ArchivedMessage> messages = new CopyOnWriteArrayList<>();

    void add(String source, String body, Instant received) {
        String place = "%08d".formatted(messages.size() + 1);
        messages.add(new ArchivedMessage(
                source,
                "quang-ngai",
                "m-" + place,
                true,
                body,
                received.atOffset(ZoneOffset.ofHours(7)),
                body.length(),
                "00",
                Map.of(),
                "stations",
                "1.0.0",
                false,
                place));
    }

    @Override
    public List<ArchivedMessage> find(String source, String message) {
        return messages.stream().filter(one -> one.message().equals(message)).toList();
    }

    @Override
    public Optional<ArchivedMessage> at(String source, String place) {
        return messages.stream().filter(one -> one.place().equals(place)).findFirst();
    }

    @Override
    public ArchivePage page(ArchiveQuery query) {
        List<ArchivedMessage> page = messages.stream()
                .filter(one -> one.source().equals(query.source()))
                .filter(one -> query.after()
                        .map(after -> one.place().compareTo(after) > 0)
                        .orElse(true))
                .filter(one -> query.from()
                        .map(from -> !one.receivedAt().toInstant().isBefore(from))
                        .orElse(true))
                .limit(query.limit())
                .toList();
        return new ArchivePage(page, Optional.empty(), List.of());
    }

    @Override
    public InputStream open(ArchivedMessage message) {
        return new ByteArrayInputStream(message.name().getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public List<ArchiveUse> use() {
        return List.of();
    }
}
