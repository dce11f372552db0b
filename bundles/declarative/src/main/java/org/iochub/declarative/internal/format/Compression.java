package org.iochub.declarative.internal.format;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.iochub.api.RawMessage;

/** Takes a message's wrapping off before its format sees it. */
final class Compression implements RecordFormat {
    private enum Kind {
        NONE,
        GZIP,
        ZIP
    }

    private final String declared;
    private final RecordFormat inner;
    private final ZipEntries entries;
    private final boolean workbook;
    private final UnpackLimits limits;

    private Compression(
            String declared, RecordFormat inner, ZipEntries entries, boolean workbook, UnpackLimits limits) {
        this.declared = declared;
        this.inner = inner;
        this.entries = entries;
        this.workbook = workbook;
        this.limits = limits;
    }

    /**
     * The format behind the option {@code compression}.
     *
     * @param workbook whether the format's own files are archives, which {@code auto} has to leave alone
     */
    static RecordFormat around(RecordFormat inner, boolean workbook, Options options) {
        String declared = options.text("compression", "none");
        Optional<SafePattern> entry = options.pattern("entry");
        if (options.has("entry") && !declared.equals("zip") && !declared.equals("auto")) {
            options.wrong(
                    "entry",
                    "entry chỉ dùng với compression: zip hoặc auto.",
                    "entry goes with compression: zip or auto only.");
        }
        UnpackLimits limits = UnpackLimits.DEFAULT;
        return declared.equals("none")
                ? inner
                : new Compression(declared, inner, new ZipEntries(inner, entry, limits), workbook, limits);
    }

    @Override
    public Stream<Row> read(RawMessage message) throws IOException {
        if (message.size() == 0) {
            throw Faults.emptyMessage();
        }
        return switch (kind(message)) {
            case NONE -> inner.read(message);
            case GZIP -> inner.read(new Unpacked(message, () -> gunzip(message)));
            case ZIP -> entries.read(message);
        };
    }

    /** Of what stands in an archive, records alone: their position follows the name of their file. */
    @Override
    public Optional<Row> readPart(RawMessage part, String position) throws IOException {
        boolean record = position.contains(": ") || !declared.equals("zip") && !declared.equals("auto");
        return record ? inner.readPart(part, position) : Optional.empty();
    }

    private Kind kind(RawMessage message) throws IOException {
        if (!declared.equals("auto")) {
            return declared.equals("gzip") ? Kind.GZIP : Kind.ZIP;
        }
        byte[] head;
        try (InputStream in = message.open()) {
            head = in.readNBytes(4);
        }
        if (head.length >= 2 && head[0] == 0x1F && head[1] == (byte) 0x8B) {
            return Kind.GZIP;
        }
        if (head.length == 4 && head[0] == 'P' && head[1] == 'K' && head[2] < 8) {
            return workbook && Workbooks.isOne(message) ? Kind.NONE : Kind.ZIP;
        }
        return Kind.NONE;
    }

    private InputStream gunzip(RawMessage message) throws IOException {
        InputStream in = message.open();
        try {
            return limits.guard(new Gunzip(new GZIPInputStream(in, 1 << 15)), message.size(), "");
        } catch (ZipException | EOFException e) {
            in.close();
            throw Faults.brokenArchive();
        } catch (IOException | RuntimeException e) {
            in.close();
            throw e;
        }
    }

    /** Tells broken content from a disk that fails. */
    private static final class Gunzip extends FilterInputStream {
        Gunzip(InputStream in) {
            super(in);
        }

        @Override
        public int read(byte[] into, int from, int count) throws IOException {
            try {
                return in.read(into, from, count);
            } catch (ZipException | EOFException e) {
                throw Faults.brokenArchive();
            }
        }

        @Override
        public int read() throws IOException {
            try {
                return in.read();
            } catch (ZipException | EOFException e) {
                throw Faults.brokenArchive();
            }
        }

        @Override
        public boolean markSupported() {
            return false;
        }
    }
}
