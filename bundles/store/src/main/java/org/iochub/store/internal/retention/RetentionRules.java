package org.iochub.store.internal.retention;

import java.time.Duration;
import java.util.Map;

/** How long the versions of a record type are kept in the log and the history; types not named are kept for ever. */
@FunctionalInterface
public interface RetentionRules {
    Map<String, Duration> byType();

    static RetentionRules none() {
        return Map::of;
    }
}
