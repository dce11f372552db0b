package org.iochub.core.archive;

import java.time.Instant;
import java.util.Optional;

/**
 * A piece of a source's archive.
 *
 * @param from received at or after this; empty from the oldest kept
 * @param until received before this; empty to the newest
 * @param after only behind this place: {@link ArchivePage#next()} of the page before; empty for the first page
 * @param limit at most so many messages, 1 or more
 */
public record ArchiveQuery(
        String source, Optional<Instant> from, Optional<Instant> until, Optional<String> after, int limit) {
    public ArchiveQuery {
        if (limit < 1) {
            throw new IllegalArgumentException("limit " + limit);
        }
    }

    /** Everything of a source, from its oldest message. */
    public static ArchiveQuery all(String source, int limit) {
        return new ArchiveQuery(source, Optional.empty(), Optional.empty(), Optional.empty(), limit);
    }

    /** The same question, behind a place. */
    public ArchiveQuery after(String place) {
        return new ArchiveQuery(source, from, until, Optional.of(place), limit);
    }
}
