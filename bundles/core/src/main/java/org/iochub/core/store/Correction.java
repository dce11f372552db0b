package org.iochub.core.store;

import java.util.OptionalLong;

/**
 * Whether what a message is re-normalised to may stand. A message stands in the place of its arrival: what came after it
 * is newer, whatever keys say, since another version of an adapter may make keys that do not compare with the old ones;
 * what this very arrival made is replaced; over what came before it, keys decide as ever. What may not stand is reported
 * and written nowhere: the history says what the feed said.
 */
public final class Correction {
    private Correction() {}

    /**
     * @param sameMessage whether the standing version came with the same message of the same source
     * @param standing when the standing version's message was received, in microseconds
     * @param asOf when the message that is re-normalised was received, in microseconds
     */
    public static boolean mayStand(
            boolean sameMessage, long standing, long asOf, OptionalLong standingKey, OptionalLong key) {
        if (standing == asOf) {
            return sameMessage;
        }
        boolean smaller = standingKey.isPresent() && key.isPresent() && key.getAsLong() < standingKey.getAsLong();
        return standing < asOf && !smaller;
    }
}
