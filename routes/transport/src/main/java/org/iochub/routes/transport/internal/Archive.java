package org.iochub.routes.transport.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.iochub.api.RawMessage;
import org.iochub.api.read.Bounded;
import org.iochub.model.FaultException;

/**
 * The files of a feed, one after the other as they lie in the zip. Nothing is ever written, and no more is unpacked than
 * agreed: in bytes over all files, and in files. For one thread.
 */
final class Archive implements AutoCloseable {
    private static final int MOST_FILES = 200;

    private final ZipInputStream zip;
    private final InputStream unpacked;
    private final Set<String> names = new HashSet<>();
    private boolean within;

    Archive(RawMessage message, long maxUnpackedBytes) throws IOException {
        this.zip = new ZipInputStream(message.open());
        this.unpacked = Bounded.stream(zip, maxUnpackedBytes);
    }

    /**
     * The name of the next file; its content is then {@link #content()}.
     *
     * @throws FaultException {@code too-large}, {@code bad-archive}
     */
    Optional<String> next() throws IOException {
        if (within) {
            // Read, not closed: closing would unpack the rest uncounted.
            unpacked.transferTo(OutputStream.nullOutputStream());
        }
        ZipEntry entry = zip.getNextEntry();
        within = entry != null;
        if (entry == null) {
            return Optional.empty();
        }
        String name = entry.getName();
        if (!safe(name)) {
            throw bad("có đường dẫn thoát ra ngoài", "has a path that leads out of it");
        }
        if (!names.add(name) || names.size() > MOST_FILES) {
            throw bad("có tệp trùng tên hoặc quá nhiều tệp", "has two files of one name or too many files");
        }
        return Optional.of(name);
    }

    InputStream content() {
        return unpacked;
    }

    private static boolean safe(String name) {
        return !name.startsWith("/")
                && !name.contains("\\")
                && !name.contains(":")
                && !Arrays.asList(name.split("/")).contains("..");
    }

    private static FaultException bad(String vi, String en) {
        return FaultException.of(
                "bad-archive",
                "",
                "Tệp zip " + vi + " nên bị từ chối; hãy kết xuất lại tệp GTFS.",
                "The zip " + en + " and is refused; export the GTFS file again.");
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
