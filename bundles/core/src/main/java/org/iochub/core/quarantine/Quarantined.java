package org.iochub.core.quarantine;

import java.time.OffsetDateTime;
import java.util.Optional;
import org.iochub.model.Fault;

/**
 * One refused record.
 *
 * @param stage {@code read}, {@code normalize}, {@code validate}, {@code merge} or {@code orphan}
 * @param type its record type, where it got so far
 * @param position where it stood in its message
 * @param rawHash SHA-256 of the raw form, hex
 * @param rawKept whether the raw form itself is kept; not for sensitive sources
 * @param excerpt the first characters of the raw form, redacted; for people
 * @param settled how it was settled; empty while it is open
 */
public record Quarantined(
        long id,
        String source,
        String tenant,
        String stage,
        Optional<String> type,
        Fault fault,
        String message,
        String messageName,
        String position,
        OffsetDateTime at,
        long rawSize,
        String rawHash,
        boolean rawKept,
        String excerpt,
        String adapter,
        String adapterVersion,
        QuarantineState state,
        Optional<Settled> settled) {
    /** An open one. */
    public Quarantined(
            long id,
            String source,
            String tenant,
            String stage,
            Optional<String> type,
            Fault fault,
            String message,
            String messageName,
            String position,
            OffsetDateTime at,
            long rawSize,
            String rawHash,
            boolean rawKept,
            String excerpt,
            String adapter,
            String adapterVersion) {
        this(
                id,
                source,
                tenant,
                stage,
                type,
                fault,
                message,
                messageName,
                position,
                at,
                rawSize,
                rawHash,
                rawKept,
                excerpt,
                adapter,
                adapterVersion,
                QuarantineState.OPEN,
                Optional.empty());
    }
}
