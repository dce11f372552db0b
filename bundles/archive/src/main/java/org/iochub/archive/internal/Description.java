package org.iochub.archive.internal;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.TreeMap;
import org.iochub.core.store.MessageRef;

/** What a frame says about its message, besides the body; compressed, since transports repeat themselves. */
record Description(
        String tenant,
        String message,
        boolean named,
        String name,
        OffsetDateTime receivedAt,
        Map<String, String> attributes,
        String adapter,
        String adapterVersion) {
    private static final int FORM = 1;
    private static final int LONGEST = 4 << 20;

    static Description of(MessageRef ref, Map<String, String> attributes) {
        return new Description(
                ref.tenant(),
                ref.id(),
                ref.named(),
                ref.name(),
                ref.receivedAt(),
                attributes,
                ref.adapter(),
                ref.adapterVersion());
    }

    byte[] write() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeByte(FORM);
            text(out, tenant);
            text(out, message);
            out.writeBoolean(named);
            text(out, name);
            out.writeLong(receivedAt.toEpochSecond());
            out.writeInt(receivedAt.getNano());
            out.writeInt(receivedAt.getOffset().getTotalSeconds());
            text(out, adapter);
            text(out, adapterVersion);
            out.writeInt(attributes.size());
            for (Map.Entry<String, String> each : new TreeMap<>(attributes).entrySet()) {
                text(out, each.getKey());
                text(out, each.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Zstd.compress(bytes.toByteArray(), Compression.LEVEL);
    }

    /** @throws IOException when these bytes are no description */
    static Description read(byte[] compressed) throws IOException {
        try {
            long size = compressed.length == 0 ? -1 : Zstd.getFrameContentSize(compressed);
            if (size < 0 || size > LONGEST) {
                throw new IOException("a description of " + size + " bytes");
            }
            byte[] bytes = Zstd.decompress(compressed, (int) size);
            DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
            int form = in.readUnsignedByte();
            if (form != FORM) {
                throw new IOException("form " + form + " of a description is not known here");
            }
            String tenant = text(in);
            String message = text(in);
            boolean named = in.readBoolean();
            String name = text(in);
            OffsetDateTime receivedAt = Instant.ofEpochSecond(in.readLong(), in.readInt())
                    .atOffset(ZoneOffset.ofTotalSeconds(in.readInt()));
            String adapter = text(in);
            String adapterVersion = text(in);
            Map<String, String> attributes = new TreeMap<>();
            for (int left = in.readInt(); left > 0; left--) {
                attributes.put(text(in), text(in));
            }
            return new Description(tenant, message, named, name, receivedAt, attributes, adapter, adapterVersion);
        } catch (ZstdException | IllegalArgumentException | java.time.DateTimeException e) {
            throw new IOException(e);
        }
    }

    private static void text(DataOutputStream out, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static String text(DataInputStream in) throws IOException {
        int length = in.readInt();
        if (length < 0 || length > in.available()) {
            throw new IOException("a text of " + length + " bytes");
        }
        return new String(in.readNBytes(length), StandardCharsets.UTF_8);
    }
}
