package org.iochub.feed.internal.open311;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.iochub.feed.internal.query.Params;

/** Queries for service requests. */
public final class Open311Bytes {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-02T01:00:00Z"), ZoneOffset.UTC);

    private Open311Bytes() {}

    public static void read(Map<String, List<String>> query) {
        RequestQuery.of(new Params(query), CLOCK);
    }
}
