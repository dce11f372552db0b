package org.iochub.store.internal.backup;

import java.util.Optional;
import org.iochub.api.RawPart;
import org.iochub.core.store.Entry;
import org.iochub.core.store.PartMerger;
import org.iochub.model.RecordId;
import org.iochub.model.VersionKey;
import org.iochub.model.area.AreaRef;

/** No record comes while a store is restored. */
final class NoMerging implements PartMerger {
    @Override
    public Entry.Put merge(
            String type,
            RecordId id,
            byte[] current,
            Optional<AreaRef> area,
            VersionKey version,
            String part,
            byte[] value,
            RawPart raw) {
        throw new IllegalStateException("no record comes while a store is restored");
    }

    @Override
    public Entry.Put keepParts(Entry.Put next, byte[] current) {
        throw new IllegalStateException("no record comes while a store is restored");
    }
}
