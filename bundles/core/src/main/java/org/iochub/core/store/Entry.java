package org.iochub.core.store;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.iochub.api.RawPart;
import org.iochub.model.Fault;
import org.iochub.model.RecordId;
import org.iochub.model.VersionKey;
import org.iochub.model.area.AreaRef;

/** A change prepared for the store: validated, serialised, digested. Order within a batch counts. */
public sealed interface Entry {
    RawPart raw();

    /**
     * A whole record.
     *
     * @param data canonical JSON, UTF-8; not copied, not to be changed
     * @param hash SHA-256 of {@code data} and the area: equal hash, equal content
     */
    record Put(
            String type,
            int major,
            RecordId id,
            OffsetDateTime time,
            Optional<AreaRef> area,
            VersionKey version,
            byte[] data,
            byte[] hash,
            List<Fault> notes,
            RawPart raw)
            implements Entry {}

    /** A part of a record, merged by {@link PartMerger} into what the record is in the same transaction. */
    record PatchPart(String type, RecordId id, List<String> naturalKey, String part, byte[] value, RawPart raw)
            implements Entry {}

    record Remove(String type, int major, RecordId id, OffsetDateTime time, VersionKey version, RawPart raw)
            implements Entry {}

    /**
     * A change that could not be taken.
     *
     * @param stage where it was refused: {@code read}, {@code normalize}, {@code validate}, {@code merge}
     */
    record Refused(String stage, Optional<String> type, Fault fault, RawPart raw) implements Entry {}

    /** The message named every record of this type that the source has; what it did not name is gone. */
    record ListEnd(String type, RawPart raw) implements Entry {}
}
