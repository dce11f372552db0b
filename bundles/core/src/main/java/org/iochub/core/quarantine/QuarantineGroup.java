package org.iochub.core.quarantine;

import java.time.OffsetDateTime;

/**
 * Refused records of one source, stage and reason.
 *
 * @param example the newest of them
 */
public record QuarantineGroup(
        String source,
        String stage,
        String reason,
        long count,
        OffsetDateTime first,
        OffsetDateTime last,
        Quarantined example) {}
