package org.iochub.core.log;

import java.time.OffsetDateTime;
import java.util.Optional;
import org.iochub.model.RecordId;
import org.iochub.model.area.AreaRef;

/**
 * One version of a record as it stands in the log.
 *
 * @param position its place in the total order, from 1; 0 for a version that is only in the history
 * @param version the version's own id, unique in this hub for ever
 * @param previousArea where the record was before this version, when that was elsewhere
 * @param reason why, where it is not plain news: {@code correction}, {@code replay}
 * @param data canonical JSON, UTF-8; empty for a delete; not to be changed
 */
public record LoggedRecord(
        long position,
        String version,
        String type,
        int major,
        RecordId id,
        String source,
        String tenant,
        Optional<AreaRef> area,
        Optional<AreaRef> previousArea,
        OffsetDateTime time,
        OffsetDateTime recordedAt,
        Operation op,
        Optional<String> reason,
        byte[] data) {}
