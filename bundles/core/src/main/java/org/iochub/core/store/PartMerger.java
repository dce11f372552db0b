package org.iochub.core.store;

import java.util.Optional;
import org.iochub.api.RawPart;
import org.iochub.model.RecordId;
import org.iochub.model.VersionKey;
import org.iochub.model.area.AreaRef;

/** Merges a patched part into a record. Pure; called by the store inside its transaction, so it must be quick. */
public interface PartMerger {
    /**
     * The record with the part replaced or added, ready to be stored.
     *
     * @param current the record's data as stored
     * @param value the part's value as JSON
     * @throws org.iochub.model.FaultException when the result is not valid: the patch goes to quarantine
     */
    Entry.Put merge(
            String type,
            RecordId id,
            byte[] current,
            Optional<AreaRef> area,
            VersionKey version,
            String part,
            byte[] value,
            RawPart raw);
}
