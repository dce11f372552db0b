package org.iochub.store.internal.testing;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.iochub.api.RawPart;
import org.iochub.core.store.Batch;
import org.iochub.core.store.Entry;
import org.iochub.core.store.MessageRef;
import org.iochub.model.Fault;
import org.iochub.model.RecordId;
import org.iochub.model.VersionKey;
import org.iochub.model.area.AreaRef;

/** Makes what tests submit. */
public final class Sample {
    public static final OffsetDateTime TIME = OffsetDateTime.parse("2026-03-01T08:30:00.123456789+07:00");
    public static final AreaRef NORTH = new AreaRef("00001", LocalDate.of(2025, 7, 1));
    public static final AreaRef SOUTH = new AreaRef("79001", LocalDate.of(2025, 7, 1));

    private Sample() {}

    public static RecordId id(String type, String name) {
        return RecordId.of(type, List.of(name));
    }

    public static Entry.Put put(String type, String name, VersionKey key, String value) {
        return put(type, name, key, value, Optional.empty());
    }

    public static Entry.Put put(String type, String name, VersionKey key, String value, Optional<AreaRef> area) {
        byte[] data = json(name, value).getBytes(StandardCharsets.UTF_8);
        return new Entry.Put(
                type, 1, id(type, name), TIME, area, key, data, hash(data, area), List.of(), raw(name + ":" + value));
    }

    public static Entry.Put put(String name, long key, String value) {
        return put("facility", name, VersionKey.revision(key), value);
    }

    public static Entry.Put put(String name, String value) {
        return put("facility", name, VersionKey.arrival(), value);
    }

    public static String json(String name, String value) {
        return "{\"name\":\"" + name + "\",\"value\":\"" + value + "\"}";
    }

    public static Entry.Remove remove(String name, VersionKey key) {
        return new Entry.Remove("facility", 1, id("facility", name), TIME, key, raw(name));
    }

    public static Entry.PatchPart patch(String name, String part, String value) {
        return new Entry.PatchPart(
                "facility",
                id("facility", name),
                List.of(name),
                part,
                ("\"" + value + "\"").getBytes(StandardCharsets.UTF_8),
                raw(name + "." + part));
    }

    public static Entry.ListEnd listEnd(String type) {
        return new Entry.ListEnd(type, raw("end"));
    }

    public static Entry.Refused refused(String code, RawPart raw) {
        return new Entry.Refused("normalize", Optional.of("facility"), Fault.of(code, "field", "Sai.", "Wrong."), raw);
    }

    public static RawPart raw(String text) {
        return RawPart.of("at " + text, text);
    }

    public static MessageRef message(String source, String id) {
        return message(source, id, true, "1.0.0");
    }

    public static MessageRef message(String source, String id, boolean named, String adapterVersion) {
        return new MessageRef(
                source,
                "ha-noi",
                id,
                named,
                "tệp " + id,
                OffsetDateTime.parse("2026-03-01T09:00:00+07:00"),
                "adapter",
                adapterVersion,
                false);
    }

    public static MessageRef sensitive(String source, String id) {
        MessageRef m = message(source, id);
        return new MessageRef(
                m.source(),
                m.tenant(),
                m.id(),
                m.named(),
                m.name(),
                m.receivedAt(),
                m.adapter(),
                m.adapterVersion(),
                true);
    }

    /** A whole message in one batch. */
    public static Batch whole(MessageRef message, Entry... entries) {
        return new Batch(message, 0, entries.length, true, List.of(entries), Optional.empty(), 0);
    }

    public static Batch part(MessageRef message, long from, boolean last, Entry... entries) {
        return new Batch(message, from, from + entries.length, last, List.of(entries), Optional.empty(), 0);
    }

    public static byte[] hash(byte[] data, Optional<AreaRef> area) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(data);
            area.ifPresent(a -> digest.update(a.toString().getBytes(StandardCharsets.UTF_8)));
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
