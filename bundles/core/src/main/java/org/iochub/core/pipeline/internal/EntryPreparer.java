package org.iochub.core.pipeline.internal;

import java.util.List;
import java.util.Optional;
import org.iochub.api.Change;
import org.iochub.api.RawPart;
import org.iochub.core.store.Entry;
import org.iochub.model.Fault;
import org.iochub.model.RecordData;
import org.iochub.model.RecordId;
import org.iochub.model.RecordType;
import org.iochub.model.VersionKey;
import org.iochub.model.area.AreaRef;

/** Validates, serialises and digests a change, so that nothing of it is left to do inside the store's transaction. */
final class EntryPreparer {
    private final Codecs codecs;

    EntryPreparer(Codecs codecs) {
        this.codecs = codecs;
    }

    Entry prepare(Origin origin, Change change) {
        if (change instanceof Change.Upsert<?> upsert) {
            return upsert(origin, upsert);
        }
        if (change instanceof Change.Patch patch) {
            return patch(origin, patch);
        }
        if (change instanceof Change.Delete delete) {
            RecordId id = delete.type().id(origin.tenant(), origin.source(), delete.naturalKey());
            return new Entry.Remove(
                    delete.type().name(), delete.type().major(), id, delete.at(), delete.version(), delete.raw());
        }
        if (change instanceof Change.Refusal refusal) {
            return new Entry.Refused("normalize", Optional.empty(), refusal.fault(), refusal.raw());
        }
        Change.ListComplete list = (Change.ListComplete) change;
        return new Entry.ListEnd(list.type().name(), list.raw());
    }

    private <T extends RecordData> Entry upsert(Origin origin, Change.Upsert<T> upsert) {
        RecordType<T> type = upsert.type();
        T data = upsert.data();
        List<Fault> faults = codecs.of(type).validate(data);
        if (!faults.isEmpty()) {
            return new Entry.Refused("validate", Optional.of(type.name()), faults.get(0), upsert.raw());
        }
        RecordId id = type.id(origin.tenant(), origin.source(), type.identity(data));
        return put(codecs.of(type), id, data, upsert.area(), upsert.version(), upsert.notes(), upsert.raw());
    }

    static <T extends RecordData> Entry.Put put(
            Codec<T> codec,
            RecordId id,
            T data,
            Optional<AreaRef> area,
            VersionKey version,
            List<Fault> notes,
            RawPart raw) {
        byte[] json = codec.write(data);
        RecordType<T> type = codec.type();
        return new Entry.Put(
                type.name(),
                type.major(),
                id,
                type.time(data),
                area,
                version,
                json,
                ContentHash.of(json, area),
                notes,
                raw);
    }

    private Entry patch(Origin origin, Change.Patch patch) {
        RecordId id = patch.type().id(origin.tenant(), origin.source(), patch.naturalKey());
        return new Entry.PatchPart(
                patch.type().name(), id, patch.naturalKey(), patch.part(), codecs.value(patch.value()), patch.raw());
    }
}
