package org.iochub.archive.internal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Where a segment's messages begin, in order of arrival: 24 bytes each. Kept beside the segment once that is closed, and
 * made again from it whenever it is missing or wrong. Safe for one writer and any number of readers.
 */
final class SegmentIndex {
    private static final int HEAD = 8 + 4 + 4 + 8;
    private long[] hashes = new long[16];
    private long[] millis = new long[16];
    private long[] offsets = new long[16];
    private final List<Long> damages = new ArrayList<>();
    private int size;
    private long end = Layout.SEGMENT_HEAD;

    synchronized void add(long hash, long time, long offset) {
        if (size == offsets.length) {
            hashes = Arrays.copyOf(hashes, size * 2);
            millis = Arrays.copyOf(millis, size * 2);
            offsets = Arrays.copyOf(offsets, size * 2);
        }
        hashes[size] = hash;
        millis[size] = time;
        offsets[size++] = offset;
    }

    synchronized void damaged(long offset) {
        damages.add(offset);
    }

    synchronized void end(long offset) {
        end = offset;
    }

    /** Where the last whole frame ends. */
    synchronized long end() {
        return end;
    }

    synchronized int size() {
        return size;
    }

    synchronized long time(int i) {
        return millis[i];
    }

    synchronized long hash(int i) {
        return hashes[i];
    }

    synchronized long offset(int i) {
        return offsets[i];
    }

    /** Where what lies at a place ends at the latest. */
    synchronized long next(long offset) {
        long next = end;
        for (int i = 0; i < size; i++) {
            next = offsets[i] > offset ? Math.min(next, offsets[i]) : next;
        }
        return next;
    }

    /** Places from which something is lost. */
    synchronized List<Long> damages() {
        return List.copyOf(damages);
    }

    synchronized long oldest() {
        return Arrays.stream(millis, 0, size).min().orElse(Long.MAX_VALUE);
    }

    synchronized long newest() {
        return Arrays.stream(millis, 0, size).max().orElse(Long.MIN_VALUE);
    }

    /** Places of messages whose id may be this one, newest first. */
    synchronized List<Long> find(long hash) {
        List<Long> found = new ArrayList<>();
        for (int i = size - 1; i >= 0; i--) {
            if (hashes[i] == hash) {
                found.add(offsets[i]);
            }
        }
        return found;
    }

    synchronized void save(Path file) throws IOException {
        ByteBuffer out = ByteBuffer.allocate(HEAD + size * 24 + damages.size() * 8 + 4);
        out.putLong(Layout.INDEX).putInt(size).putInt(damages.size()).putLong(end);
        for (long[] column : List.of(hashes, millis, offsets)) {
            for (int i = 0; i < size; i++) {
                out.putLong(column[i]);
            }
        }
        damages.forEach(out::putLong);
        out.putInt(Layout.checksum(out.array(), 0, out.position()));
        Path whole = file.resolveSibling(file.getFileName() + ".new");
        Files.write(whole, out.array());
        Files.move(whole, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Empty when there is none, or a damaged one. */
    static Optional<SegmentIndex> load(Path file) throws IOException {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        byte[] bytes = Files.readAllBytes(file);
        ByteBuffer in = ByteBuffer.wrap(bytes);
        if (bytes.length < HEAD + 4
                || in.getLong() != Layout.INDEX
                || in.getInt(bytes.length - 4) != Layout.checksum(bytes, 0, bytes.length - 4)) {
            return Optional.empty();
        }
        SegmentIndex index = new SegmentIndex();
        index.size = in.getInt();
        int damaged = in.getInt();
        index.end = in.getLong();
        index.hashes = column(in, index.size);
        index.millis = column(in, index.size);
        index.offsets = column(in, index.size);
        for (int i = 0; i < damaged; i++) {
            index.damages.add(in.getLong());
        }
        return Optional.of(index);
    }

    private static long[] column(ByteBuffer in, int size) {
        long[] column = new long[Math.max(16, size)];
        for (int i = 0; i < size; i++) {
            column[i] = in.getLong();
        }
        return column;
    }
}
