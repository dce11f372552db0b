package org.iochub.store.internal.replay;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.iochub.core.archive.Archive;
import org.iochub.core.archive.ArchivePage;
import org.iochub.core.archive.ArchiveQuery;
import org.iochub.core.archive.ArchiveUse;
import org.iochub.core.archive.ArchivedMessage;
import org.iochub.core.archive.DamagedArchiveException;
import org.iochub.model.Fault;

/** An archive in memory, some of it damaged; pages are of two messages, so that there are several. */
final class Arrivals implements Archive {
    static final String BROKEN = "\u0000broken";

    private final List<ArchivedMessage> messages = new ArrayList<>();
    private final Map<String, String> bodies = new HashMap<>();
    private Optional<Fault> missing = Optional.empty();

    ArchivedMessage add(String id, OffsetDateTime at, String body) {
        String place = String.format("%06d", messages.size() + 1);
        ArchivedMessage message = new ArchivedMessage(
                "a", "quang-ngai", id, true, id, at, body.length(), "", Map.of(), "plans", "1.0.0", false, place);
        messages.add(message);
        bodies.put(place, body);
        return message;
    }

    void spoil(ArchivedMessage message) {
        bodies.put(message.place(), BROKEN);
    }

    void missing() {
        missing = Optional.of(Fault.of("archive-missing", "000009", "Thiếu một đoạn.", "A segment is missing."));
    }

    @Override
    public List<ArchivedMessage> find(String source, String message) {
        return messages.stream().filter(m -> m.message().equals(message)).toList();
    }

    @Override
    public Optional<ArchivedMessage> at(String source, String place) {
        return messages.stream().filter(m -> m.place().equals(place)).findFirst();
    }

    @Override
    public ArchivePage page(ArchiveQuery query) {
        List<ArchivedMessage> all = messages.stream()
                .filter(m -> query.after()
                        .map(after -> m.place().compareTo(after) > 0)
                        .orElse(true))
                .filter(m -> query.from()
                        .map(from -> !m.receivedAt().toInstant().isBefore(from))
                        .orElse(true))
                .filter(m -> query.until()
                        .map(until -> m.receivedAt().toInstant().isBefore(until))
                        .orElse(true))
                .toList();
        List<ArchivedMessage> some = all.subList(0, Math.min(2, all.size()));
        boolean last = some.size() == all.size();
        return new ArchivePage(
                some,
                last ? Optional.empty() : Optional.of(some.get(some.size() - 1).place()),
                last ? missing.stream().toList() : List.of());
    }

    @Override
    public InputStream open(ArchivedMessage of) throws IOException {
        String body = bodies.get(of.place());
        if (body.equals(BROKEN)) {
            throw new DamagedArchiveException(Fault.of("archive-damaged", of.place(), "Hỏng.", "Damaged."));
        }
        return new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public List<ArchiveUse> use() {
        return List.of();
    }
}
