package org.iochub.archive.internal;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.util.Optional;

/** Finds the frames of a segment without its index, stepping over what is damaged. */
final class SegmentScan {
    private static final int WINDOW = 1 << 16;

    private SegmentScan() {}

    /**
     * @return every whole frame; damages are places from which the next whole frame had to be searched
     */
    static SegmentIndex read(RandomAccessFile file) throws IOException {
        SegmentIndex index = new SegmentIndex();
        long offset = Layout.SEGMENT_HEAD;
        long length = file.length();
        while (offset < length) {
            Optional<Frame> frame = Frame.at(file, offset);
            if (frame.isEmpty()) {
                frame = next(file, offset + 1);
                index.damaged(offset);
                if (frame.isEmpty()) {
                    break;
                }
            }
            index.add(frame.get().idHash(), frame.get().millis(), frame.get().offset());
            offset = frame.get().end();
        }
        index.end(offset);
        return index;
    }

    private static Optional<Frame> next(RandomAccessFile file, long from) throws IOException {
        byte[] window = new byte[WINDOW];
        for (long start = from; start < file.length(); start += WINDOW - 7) {
            file.seek(start);
            int read = 0;
            int more;
            while (read < WINDOW && (more = file.read(window, read, WINDOW - read)) > 0) {
                read += more;
            }
            ByteBuffer bytes = ByteBuffer.wrap(window, 0, read);
            for (int i = 0; i + 8 <= read; i++) {
                if (bytes.getLong(i) == Layout.FRAME || bytes.getLong(i) == Layout.ERASED) {
                    Optional<Frame> frame = Frame.at(file, start + i);
                    if (frame.isPresent()) {
                        return frame;
                    }
                }
            }
        }
        return Optional.empty();
    }
}
