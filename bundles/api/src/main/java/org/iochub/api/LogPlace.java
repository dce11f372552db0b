package org.iochub.api;

import java.util.Objects;

/**
 * A place in the hub's log.
 *
 * @param epoch places of different epochs are not comparable: the log was restored from a backup between them
 * @param position grows with everything the hub records; 0 before the first
 */
public record LogPlace(String epoch, long position) {
    public LogPlace {
        Objects.requireNonNull(epoch, "epoch");
    }
}
