package org.iochub.store.internal.testing;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.iochub.api.RawPart;
import org.iochub.core.store.Entry;
import org.iochub.core.store.PartMerger;
import org.iochub.model.FaultException;
import org.iochub.model.RecordId;
import org.iochub.model.VersionKey;
import org.iochub.model.area.AreaRef;

/** Puts {@code "part":value} at the end of the object; a part named {@code bad} is refused. */
public final class Merger implements PartMerger {
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
        if (part.equals("bad")) {
            throw FaultException.of("bad-part", part, "Phần sai.", "The part is wrong.");
        }
        String json = new String(current, StandardCharsets.UTF_8);
        String added = "\"" + part + "\":" + new String(value, StandardCharsets.UTF_8);
        byte[] data = json.contains(added)
                ? current
                : (json.substring(0, json.length() - 1) + "," + added + "}").getBytes(StandardCharsets.UTF_8);
        return new Entry.Put(type, 1, id, Sample.TIME, area, version, data, Sample.hash(data, area), List.of(), raw);
    }

    /** Parts are what stands behind {@code "parts":}; a record without them keeps those of the one before. */
    @Override
    public Entry.Put keepParts(Entry.Put next, byte[] current) {
        String json = new String(next.data(), StandardCharsets.UTF_8);
        String before = new String(current, StandardCharsets.UTF_8);
        int at = before.indexOf(",\"steps\":");
        if (at < 0 || json.contains("\"steps\":")) {
            return next;
        }
        byte[] data = (json.substring(0, json.length() - 1) + before.substring(at)).getBytes(StandardCharsets.UTF_8);
        return new Entry.Put(
                next.type(),
                next.major(),
                next.id(),
                next.time(),
                next.area(),
                next.version(),
                data,
                Sample.hash(data, next.area()),
                next.notes(),
                next.raw());
    }
}
