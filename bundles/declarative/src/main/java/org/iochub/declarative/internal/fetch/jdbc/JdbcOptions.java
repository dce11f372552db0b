package org.iochub.declarative.internal.fetch.jdbc;

import java.time.ZoneId;
import java.util.Optional;
import org.iochub.declarative.internal.DeclaredSettings;
import org.iochub.declarative.internal.fetch.Template;
import org.iochub.declarative.internal.fetch.inbox.Span;

/**
 * The options of a {@code jdbc} fetch.
 *
 * @param timeout of a query, and of the network beneath it
 * @param limit rows of one message
 * @param zone of times without one; the instance's when absent
 */
record JdbcOptions(
        Template url,
        Optional<Template> user,
        Optional<Template> password,
        Template query,
        Span every,
        Span timeout,
        int limit,
        Optional<ZoneId> zone,
        Optional<Watermark> watermark) {
    /**
     * What moves with each change of a row.
     *
     * @param overlap how much is read again each time; a span of time or a number
     * @param start the first one wanted; empty text for everything
     * @param key tells rows of equal watermark apart
     */
    record Watermark(String column, MarkKind kind, Template overlap, Template start, Optional<Key> key) {}

    /** A column that, after the watermark, orders the rows. */
    record Key(String column, MarkKind kind) {}

    NamedQuery query(DeclaredSettings settings) {
        return NamedQuery.parse(query.fill(settings));
    }
}
