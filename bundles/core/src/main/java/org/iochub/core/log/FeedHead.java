package org.iochub.core.log;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Where the log stands.
 *
 * @param epoch changes when the log is restored from a backup
 * @param position the last position that is on disk; 0 for an empty log
 * @param oldest nothing was removed at this position or behind it; {@code position + 1} at most
 * @param oldestByType the same by type, of those that retention has cut; {@code oldest} is the greatest of them
 * @param formerEpochs the names the log had before, each with the last position that is still the same
 */
public record FeedHead(
        String epoch, long position, long oldest, Map<String, Long> oldestByType, Map<String, Long> formerEpochs) {
    public FeedHead {
        oldestByType = Map.copyOf(oldestByType);
        formerEpochs = Map.copyOf(formerEpochs);
    }

    /** A log that was never cut and never restored. */
    public FeedHead(String epoch, long position, long oldest) {
        this(epoch, position, oldest, Map.of(), Map.of());
    }

    /** Whether a place that was given out is a place of this log, with the same before it. */
    public boolean knows(String ofEpoch, long at) {
        return ofEpoch.equals(epoch) ? at <= position : at <= formerEpochs.getOrDefault(ofEpoch, -1L);
    }

    /** The first position from which a reader of these types misses nothing; empty for a reader of all. */
    public long oldest(Optional<Set<String>> types) {
        if (types.isEmpty() || oldestByType.isEmpty()) {
            return oldest;
        }
        return types.get().stream()
                .mapToLong(type -> oldestByType.getOrDefault(type, 1L))
                .max()
                .orElse(1);
    }
}
