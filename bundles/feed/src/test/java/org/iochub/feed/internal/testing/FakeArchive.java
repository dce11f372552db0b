package org.iochub.feed.internal.testing;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.iochub.core.archive.Archive;
import org.iochub.core.archive.ArchivePage;
import org.iochub.core.archive.ArchiveQuery;
import org.iochub.core.archive.ArchiveUse;
import org.iochub.core.archive.ArchivedMessage;
import org.iochub.model.Fault;

/** Raw messages in a list. */
public final class FakeArchive implements Archive {
    private final List<ArchivedMessage> messages = new ArrayList<>();

    /** The body of a message is {@code body of <id>}. */
    public ArchivedMessage add(String source, String message, OffsetDateTime at) {
        ArchivedMessage added = new ArchivedMessage(
                source,
                "vinhlong",
                message,
                true,
                message + ".json",
                at,
                body(message).length,
                "ab".repeat(32),
                Map.of("X-Phone", "0912345678"),
                "field-reports",
                "1.2.0",
                false,
                "00000001-2026-03-01.%010d".formatted(messages.size() + 52));
        messages.add(0, added);
        return added;
    }

    private static byte[] body(String message) {
        return ("body of " + message).getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public List<ArchivedMessage> find(String source, String message) {
        return messages.stream()
                .filter(each -> each.source().equals(source) && each.message().equals(message))
                .toList();
    }

    @Override
    public Optional<ArchivedMessage> at(String source, String place) {
        return messages.stream()
                .filter(each -> each.source().equals(source) && each.place().equals(place))
                .findFirst();
    }

    @Override
    public ArchivePage page(ArchiveQuery query) {
        List<ArchivedMessage> page = messages.stream()
                .filter(each -> each.source().equals(query.source()))
                .filter(each -> query.after()
                        .map(place -> each.place().compareTo(place) > 0)
                        .orElse(true))
                .sorted(java.util.Comparator.comparing(ArchivedMessage::place))
                .limit(query.limit())
                .toList();
        Optional<String> next = page.size() < query.limit()
                ? Optional.empty()
                : Optional.of(page.get(page.size() - 1).place());
        return new ArchivePage(page, next, List.of(Fault.of("archive-damaged", "00000000-x", "Hỏng.", "Damaged.")));
    }

    @Override
    public InputStream open(ArchivedMessage message) {
        return new ByteArrayInputStream(body(message.message()));
    }

    @Override
    public List<ArchiveUse> use() {
        return List.of();
    }
}
