package org.iochub.feed.internal.ngsild;

import java.util.List;
import java.util.Map;
import org.iochub.feed.internal.query.Params;

/** Queries for entities. */
public final class NgsiLdBytes {
    private NgsiLdBytes() {}

    public static void read(Map<String, List<String>> query) {
        Query.of(new Params(query));
    }
}
