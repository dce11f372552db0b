package org.iochub.core.records;

import java.util.List;
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
        String adapterVersion) {}
