package org.iochub.core.records;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.iochub.core.log.LoggedRecord;
import org.iochub.model.Fault;
import org.iochub.model.VersionKey;

/**
 * A version with where it came from.
 *
 * @param late an older version that arrived after a newer one: in the history, not in the feed
 * @param message the message it came with
 * @param messageName that message, for people
 * @param rawPosition where in the message
 * @param receivedAt when the message was received; empty where that is not known
 * @param checkpoint what was kept as the source's checkpoint with the message's last records
 * @param batch the transaction that wrote it; empty where that is not known
 */
public record StoredVersion(
        LoggedRecord record,
        boolean late,
        VersionKey key,
        List<Fault> notes,
        String message,
        String messageName,
        String rawPosition,
        String adapter,
        String adapterVersion,
        Optional<OffsetDateTime> receivedAt,
        Optional<String> checkpoint,
        Optional<String> batch) {
    /** The same with other notes. */
    public StoredVersion withNotes(List<Fault> others) {
        return new StoredVersion(
                record,
                late,
                key,
                List.copyOf(others),
                message,
                messageName,
                rawPosition,
                adapter,
                adapterVersion,
                receivedAt,
                checkpoint,
                batch);
    }

    /** One of which no more is known. */
    public StoredVersion(
            LoggedRecord record,
            boolean late,
            VersionKey key,
            List<Fault> notes,
            String message,
            String messageName,
            String rawPosition,
            String adapter,
            String adapterVersion) {
        this(
                record,
                late,
                key,
                notes,
                message,
                messageName,
                rawPosition,
                adapter,
                adapterVersion,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
