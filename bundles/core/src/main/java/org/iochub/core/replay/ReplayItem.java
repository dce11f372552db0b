package org.iochub.core.replay;

import java.time.Instant;
import java.util.Optional;
import org.iochub.model.Fault;

/**
 * What came of one entry.
 *
 * @param entry its number in the quarantine
 * @param message the archived message, where the job re-normalises; its number in the job is the entry then
 * @param taken how many changes of the entry under way are durable
 * @param accepted how many versions it brought
 * @param fault why it was refused again or cannot be read again
 * @param adapterVersion the version it went through; empty before its turn
 * @param at when it had its turn
 */
public record ReplayItem(
        long entry,
        String source,
        Outcome outcome,
        long taken,
        long accepted,
        Optional<Fault> fault,
        String adapterVersion,
        Optional<Instant> at,
        Optional<String> message) {
    /** Of the quarantine. */
    public ReplayItem(
            long entry,
            String source,
            Outcome outcome,
            long taken,
            long accepted,
            Optional<Fault> fault,
            String adapterVersion,
            Optional<Instant> at) {
        this(entry, source, outcome, taken, accepted, fault, adapterVersion, at, Optional.empty());
    }
}
