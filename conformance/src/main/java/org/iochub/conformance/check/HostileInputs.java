package org.iochub.conformance.check;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.iochub.model.Text;

/** Messages that no source means, made of one that a source does. */
final class HostileInputs {
    /**
     * A message.
     *
     * @param name for people
     * @param whole whether it may count as the complete list of anything
     * @param refusable whether something of it has to be refused
     */
    record Input(Text name, long size, Supplier<InputStream> body, boolean whole, boolean refusable) {}

    private static final long HUGE = 64L << 20;
    private static final long UNPACKED = 192L << 20;
    private static final int DEEP = 100_000;
    private static final int PIECES = 6;

    private HostileInputs() {}

    static List<Input> of(byte[] sound) throws IOException {
        List<Input> all = new ArrayList<>();
        for (int piece = 1; piece < PIECES && sound.length >= PIECES; piece++) {
            int length = (int) ((long) sound.length * piece / PIECES);
            all.add(truncated(sound, length));
        }
        all.add(bytes("rỗng", "empty", new byte[0]));
        byte[] random = new byte[1 << 16];
        new Random(20250701).nextBytes(random);
        all.add(bytes("byte ngẫu nhiên", "random bytes", random));
        all.add(bytes("chỉ có byte 0", "zero bytes", new byte[4096]));
        all.add(bytes(
                "JSON lồng quá sâu", "deeply nested JSON", "[".repeat(DEEP).getBytes(StandardCharsets.UTF_8)));
        all.add(bytes(
                "JSON lồng quá sâu trong bản ghi",
                "deeply nested JSON in a record",
                ("{\"a\":".repeat(DEEP) + "1" + "}".repeat(DEEP)).getBytes(StandardCharsets.UTF_8)));
        all.add(bytes(
                "XML lồng quá sâu", "deeply nested XML", "<a>".repeat(DEEP).getBytes(StandardCharsets.UTF_8)));
        all.add(bytes("XML tự phình", "XML that expands", entities().getBytes(StandardCharsets.UTF_8)));
        all.add(new Input(
                Text.of("64 MiB một byte", "64 MiB of one byte"), HUGE, () -> new OneByte('a', HUGE), false, true));
        if (sound.length > 2 && sound[0] == 'P' && sound[1] == 'K') {
            all.add(bytes("tệp nén phình to", "zip bomb", bomb(sound)));
        }
        return all;
    }

    private static Input bytes(String vi, String en, byte[] body) {
        return new Input(Text.of(vi, en), body.length, () -> new ByteArrayInputStream(body), false, body.length > 0);
    }

    /** Lines that were cut off cannot always be told from fewer lines; a JSON list or XML always has its end. */
    private static Input truncated(byte[] sound, int length) {
        boolean closed = sound[0] == '[' || sound[0] == '<';
        byte[] body = Arrays.copyOf(sound, length);
        return new Input(
                Text.of("bị cắt ở byte " + length, "truncated at byte " + length),
                length,
                () -> new ByteArrayInputStream(body),
                !closed,
                closed);
    }

    /** A billion laughs. */
    private static String entities() {
        StringBuilder text = new StringBuilder("<?xml version=\"1.0\"?>\n<!DOCTYPE a [<!ENTITY e0 \"ha\">");
        for (int i = 1; i < 12; i++) {
            text.append("<!ENTITY e")
                    .append(i)
                    .append(" \"")
                    .append(("&e" + (i - 1) + ";").repeat(10))
                    .append("\">");
        }
        return text.append("]>\n<a>&e11;</a>").toString();
    }

    /** The same archive with its first part grown to what no memory should hold. */
    private static byte[] bomb(byte[] sound) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        // By its directory, as programs for spreadsheets do: not every writer's archive can be read as a stream.
        Path file = Files.createTempFile("hostile-", ".zip");
        try {
            Files.write(file, sound);
            try (ZipFile in = new ZipFile(file.toFile());
                    ZipOutputStream out = new ZipOutputStream(bytes)) {
                List<ZipEntry> entries = List.copyOf(Collections.list(in.entries()));
                // What is read of a workbook is its sheet; of other archives any part.
                ZipEntry grown = entries.stream()
                        .filter(entry -> entry.getName().contains("sheet"))
                        .findFirst()
                        .orElse(entries.get(entries.size() - 1));
                for (ZipEntry entry : entries) {
                    out.putNextEntry(new ZipEntry(entry.getName()));
                    in.getInputStream(entry).transferTo(out);
                    if (entry == grown) {
                        new OneByte(' ', UNPACKED).transferTo(out);
                    }
                }
            }
        } finally {
            Files.delete(file);
        }
        return bytes.toByteArray();
    }

    /** So many times the same byte. */
    private static final class OneByte extends InputStream {
        private final byte value;
        private long left;

        OneByte(char value, long size) {
            this.value = (byte) value;
            this.left = size;
        }

        @Override
        public int read() {
            return left-- > 0 ? value : -1;
        }

        @Override
        public int read(byte[] into, int from, int count) {
            if (left <= 0) {
                return count == 0 ? 0 : -1;
            }
            int got = (int) Math.min(left, count);
            Arrays.fill(into, from, from + got, value);
            left -= got;
            return got;
        }

        @Override
        public long skip(long count) {
            long skipped = Math.max(0, Math.min(left, count));
            left -= skipped;
            return skipped;
        }
    }
}
