package org.iochub.core.store;

import java.util.List;
import java.util.Optional;

/**
 * What one transaction takes: records, quarantine, progress and checkpoint together, or nothing.
 *
 * @param from how many of the message's changes were taken before
 * @param to how many are taken with this batch
 * @param last the message ends here; the checkpoint is kept and the message counts as taken
 * @param fence the fencing token of the instance's lease: a batch with an outdated one is refused
 * @param replay set when the batch is part of a replay; {@code from} and {@code to} then count the entry's changes
 */
public record Batch(
        MessageRef message,
        long from,
        long to,
        boolean last,
        List<Entry> entries,
        Optional<String> checkpoint,
        long fence,
        Optional<ReplayStep> replay) {
    public Batch {
        entries = List.copyOf(entries);
    }

    /** Of a source's own message. */
    public Batch(
            MessageRef message,
            long from,
            long to,
            boolean last,
            List<Entry> entries,
            Optional<String> checkpoint,
            long fence) {
        this(message, from, to, last, entries, checkpoint, fence, Optional.empty());
    }
}
