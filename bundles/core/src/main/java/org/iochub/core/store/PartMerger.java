package org.iochub.core.store;

import java.util.Optional;
import org.iochub.api.RawPart;
import org.iochub.model.RecordId;
import org.iochub.model.VersionKey;
import org.iochub.model.area.AreaRef;

/** Merges patched parts and whole records. Pure; called by the store inside its transaction, so it is quick. */
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

    /**
     * A whole record that replaces one with patched parts: parts that the new one leaves out are kept, since their
     * source sends them apart.
     *
     * @param current the record's data as stored
     */
    Entry.Put keepParts(Entry.Put next, byte[] current);
}
