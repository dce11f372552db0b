package org.iochub.shadow.internal;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.iochub.core.archive.Archive;
import org.iochub.core.archive.ArchivePage;
import org.iochub.core.archive.ArchiveQuery;
import org.iochub.core.archive.ArchivedMessage;

/** Follows a source's archive by place: costs the source nothing, and misses nothing. */
final class ArchiveWay implements Way {
    private static final int PAGE = 20;

    private final Archive archive;
    private final String source;
    private final Instant since;
    private final Report report;
    private final Deque<ArchivedMessage> page = new ArrayDeque<>();
    private boolean begun;

    /** @param report knows the place, and hears of what cannot be read */
    ArchiveWay(Archive archive, String source, Instant since, Report report) {
        this.archive = archive;
        this.source = source;
        this.since = since;
        this.report = report;
    }

    @Override
    public Optional<Passing> next() {
        if (!begun) {
            begun = true;
            if (report.place()
                    .filter(place -> archive.at(source, place).isEmpty())
                    .isPresent()) {
                report.gap();
            }
        }
        while (page.isEmpty()) {
            if (!fetch()) {
                return Optional.empty();
            }
        }
        ArchivedMessage message = page.getFirst();
        return Optional.of(new Passing(archive.raw(message), Optional.of(message.place())));
    }

    /** @return whether there may be something now */
    private boolean fetch() {
        ArchivePage read =
                archive.page(new ArchiveQuery(source, Optional.of(since), Optional.empty(), report.place(), PAGE));
        read.damages().forEach(report::damaged);
        for (ArchivedMessage message : read.messages()) {
            if (!message.receivedAt().toInstant().isBefore(since)) {
                page.add(message);
            }
        }
        if (page.isEmpty() && read.next().isPresent()) {
            report.passed(read.next().get());
            return true;
        }
        return !page.isEmpty();
    }

    @Override
    public void done() {
        report.passed(page.removeFirst().place());
    }

    @Override
    public void close() {
        page.clear();
    }
}
