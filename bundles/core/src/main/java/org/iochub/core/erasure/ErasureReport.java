package org.iochub.core.erasure;

import java.util.List;
import java.util.Optional;

/**
 * Where a record was removed.
 *
 * @param versions emptied in history and log
 * @param patches that waited for the record
 * @param quarantined entries of the quarantine from the same places of the same messages
 * @param position of the delete in the log; 0 when there was nothing to delete
 * @param messages that brought it: their raw forms are removed from the archive as a whole
 * @param archived what came of that on this node
 */
public record ErasureReport(
        int versions, int patches, int quarantined, long position, List<ErasedMessage> messages, Archived archived) {
    public ErasureReport {
        messages = List.copyOf(messages);
    }

    /**
     * The raw archive's part.
     *
     * @param removed arrivals of the messages that were overwritten
     * @param pending why that is not done yet: it is tried again until it is; empty when it is done
     */
    public record Archived(int removed, Optional<String> pending) {
        public static Archived none() {
            return new Archived(0, Optional.empty());
        }
    }

    public ErasureReport with(Archived outcome) {
        return new ErasureReport(versions, patches, quarantined, position, messages, outcome);
    }
}
