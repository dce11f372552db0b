package org.iochub.delivery.internal.testing;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.iochub.api.RawPart;
import org.iochub.core.store.Batch;
import org.iochub.core.store.Entry;
import org.iochub.core.store.MessageRef;
import org.iochub.core.store.PartMerger;
import org.iochub.core.store.RecordStore;
import org.iochub.model.RecordId;
import org.iochub.model.VersionKey;
import org.iochub.model.area.AreaRef;

/** Citizens' reports, made up, taken into a store. */
public final class Reports {
    /** Somebody's number, which a reader without rights never sees. */
    public static final String PHONE = "0912345678";

    private static final OffsetDateTime TIME = OffsetDateTime.parse("2026-03-01T08:30:00+07:00");
    private final AtomicInteger messages = new AtomicInteger();

    public void append(RecordStore store, String... codes) throws Exception {
        List<Entry> entries = new ArrayList<>();
        for (String code : codes) {
            entries.add(put(code));
        }
        String id = "m" + messages.incrementAndGet();
        MessageRef message = new MessageRef(
                "reports",
                "vinhlong",
                id,
                true,
                id,
                OffsetDateTime.parse("2026-03-01T09:00:00+07:00"),
                "adapter",
                "1.0.0",
                false);
        store.submit(new Batch(message, 0, entries.size(), true, entries, Optional.empty(), 0))
                .get(60, TimeUnit.SECONDS);
    }

    public static RecordId id(String code) {
        return RecordId.of("citizen-report", List.of("vinhlong", "reports", code.replaceFirst("#.*", "")));
    }

    /** {@code code#2} is another version of {@code code}. */
    private static Entry put(String code) {
        String json = "{\"reportCode\":\"" + code.replaceFirst("#.*", "")
                + "\",\"kind\":\"field\",\"serviceCode\":\"rac-thai\","
                + "\"text\":\"Gọi " + PHONE + " (" + code + ")\",\"status\":\"received\",\"sourceStatus\":\"1\","
                + "\"address\":\"12 Nguyễn Huệ\",\"requestedAt\":\"2026-03-01T08:00:00+07:00\"}";
        byte[] data = json.getBytes(StandardCharsets.UTF_8);
        return new Entry.Put(
                "citizen-report",
                1,
                id(code),
                TIME,
                Optional.empty(),
                VersionKey.arrival(),
                data,
                sha256(data),
                List.of(),
                RawPart.of("line", code));
    }

    private static byte[] sha256(byte[] data) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(data);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** No test here patches. */
    public static final class NoParts implements PartMerger {
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
            throw new UnsupportedOperationException("no parts");
        }

        @Override
        public Entry.Put keepParts(Entry.Put next, byte[] current) {
            return next;
        }
    }
}
