package org.iochub.archive.internal;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Overwrites messages of a closed segment where they lie, so that no other message changes its place. What is to be
 * overwritten is on disk beside the segment before the first byte changes: a start that finds such a list ends the work.
 */
final class SegmentErasure {
    private static final int ROW = 8 + 8 + 4 + 8 + 8;
    private static final byte[] ZEROS = new byte[1 << 16];

    private final Segment segment;
    private final Path list;

    SegmentErasure(Segment segment) {
        this.segment = segment;
        this.list = segment.folder().resolve(segment.name().erasing());
    }

    /**
     * @param messages digests of ids, and until when they arrived
     * @param now as the time of erasure
     * @return how many were overwritten
     */
    int erase(Map<Long, Long> messages, long now) throws IOException {
        SegmentIndex index = segment.index();
        List<Frame> frames = new ArrayList<>();
        try (RandomAccessFile file = new RandomAccessFile(segment.path().toFile(), "r")) {
            for (int i = 0; i < index.size(); i++) {
                Long until = messages.get(index.hash(i));
                if (until != null && index.time(i) <= until) {
                    frame(file, index, i, now).ifPresent(frames::add);
                }
            }
        }
        if (!frames.isEmpty()) {
            save(frames);
            overwrite(frames);
        }
        return frames.size();
    }

    /** Of one that is damaged, everything up to what follows. Empty when it was erased before. */
    private static Optional<Frame> frame(RandomAccessFile file, SegmentIndex index, int i, long now)
            throws IOException {
        long offset = index.offset(i);
        Optional<Frame> whole = Frame.at(file, offset);
        if (whole.filter(Frame::erased).isPresent()) {
            return Optional.empty();
        }
        long end = whole.map(Frame::end).orElseGet(() -> index.next(offset));
        int ordinal = whole.map(Frame::ordinal).orElse(0);
        return Optional.of(Frame.erased(offset, end, ordinal, index.time(i), now));
    }

    /** Ends what was begun. */
    static void resume(Segment segment) throws IOException {
        SegmentErasure erasure = new SegmentErasure(segment);
        Files.deleteIfExists(erasure.fresh());
        if (!Files.exists(erasure.list)) {
            return;
        }
        if (Files.exists(segment.path())) {
            erasure.overwrite(erasure.load());
        } else {
            Files.delete(erasure.list);
        }
    }

    private void overwrite(List<Frame> frames) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(segment.path().toFile(), "rw")) {
            for (Frame frame : frames) {
                // The head first: whoever reads sees an erased message, not a damaged one.
                file.seek(frame.offset());
                file.write(frame.erasedHead());
                for (long left = frame.end() - file.getFilePointer(); left > 0; left -= ZEROS.length) {
                    file.write(ZEROS, 0, (int) Math.min(left, ZEROS.length));
                }
            }
            file.getFD().sync();
            // Made of the segment, not of the index before: that may be older than what a crash left.
            SegmentScan.read(file).save(segment.folder().resolve(segment.name().index()));
        }
        SegmentWriter.forceFolder(segment.folder());
        Files.delete(list);
        SegmentWriter.forceFolder(segment.folder());
    }

    private Path fresh() {
        return list.resolveSibling(list.getFileName() + ".new");
    }

    private void save(List<Frame> frames) throws IOException {
        ByteBuffer out = ByteBuffer.allocate(frames.size() * ROW + 4);
        for (Frame frame : frames) {
            out.putLong(frame.offset())
                    .putLong(frame.end())
                    .putInt(frame.ordinal())
                    .putLong(frame.millis())
                    .putLong(frame.erasedAt());
        }
        out.putInt(Layout.checksum(out.array(), 0, out.position())).flip();
        try (FileChannel channel = FileChannel.open(
                fresh(), StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            while (out.hasRemaining()) {
                channel.write(out);
            }
            channel.force(true);
        }
        Files.move(fresh(), list, StandardCopyOption.ATOMIC_MOVE);
        SegmentWriter.forceFolder(segment.folder());
    }

    /** @throws IOException when somebody altered the list: nothing is overwritten by guess */
    private List<Frame> load() throws IOException {
        byte[] bytes = Files.readAllBytes(list);
        ByteBuffer in = ByteBuffer.wrap(bytes);
        boolean whole =
                bytes.length % ROW == 4 && in.getInt(bytes.length - 4) == Layout.checksum(bytes, 0, bytes.length - 4);
        List<Frame> frames = new ArrayList<>();
        long length = Files.size(segment.path());
        while (whole && in.remaining() > 4) {
            Frame frame = Frame.erased(in.getLong(), in.getLong(), in.getInt(), in.getLong(), in.getLong());
            whole = frame.offset() >= Layout.SEGMENT_HEAD
                    && frame.end() - frame.offset() >= Layout.ERASED_HEAD
                    && frame.end() <= length;
            frames.add(frame);
        }
        if (!whole) {
            throw new IOException(list.getFileName() + " is not as it was written; delete it and erase again");
        }
        return frames;
    }
}
