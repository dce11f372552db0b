package org.iochub.archive.internal;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import org.iochub.core.archive.ArchivedMessage;
import org.iochub.core.archive.DamagedArchiveException;

/** Reads a segment, closed or growing. Each reading has the file for itself. */
record Segment(String source, Path folder, SegmentName name, Optional<ArchiveKey> key) {
    Path path() {
        return folder.resolve(name.file());
    }

    /**
     * @throws DamagedArchiveException when it is not there as it was written, or its key is not here
     * @throws NoSuchFileException when the segment is gone
     */
    ArchivedMessage message(long offset) throws IOException {
        String place = name.place(offset).toString();
        try (RandomAccessFile file = file()) {
            SegmentHead head = SegmentHead.read(file, path());
            Frame frame = frame(file, offset);
            Description said = Description.read(head.sealing(key, place)
                    .open(frame.description(), frame.ordinal(), 0)
                    .orElseThrow(() -> new DamagedArchiveException(Damage.at(place))));
            return new ArchivedMessage(
                    source,
                    said.tenant(),
                    said.message(),
                    said.named(),
                    said.name(),
                    said.receivedAt(),
                    frame.size(),
                    frame.sha256(),
                    said.attributes(),
                    said.adapter(),
                    said.adapterVersion(),
                    head.encrypted(),
                    place);
        }
    }

    InputStream body(long offset) throws IOException {
        String place = name.place(offset).toString();
        RandomAccessFile file = file();
        try {
            Sealing sealing = SegmentHead.read(file, path()).sealing(key, place);
            return new BodyStream(file, frame(file, offset), sealing, place);
        } catch (IOException | RuntimeException e) {
            file.close();
            throw e;
        }
    }

    private Frame frame(RandomAccessFile file, long offset) throws IOException {
        // Read again: it may have been overwritten, head first, while it was read.
        Frame frame = Frame.at(file, offset)
                .or(() -> again(file, offset))
                .orElseThrow(() ->
                        new DamagedArchiveException(Damage.at(name.place(offset).toString())));
        if (frame.erased()) {
            throw new DamagedArchiveException(Damage.erased(name.place(offset).toString(), frame.erasedAt()));
        }
        return frame;
    }

    private static Optional<Frame> again(RandomAccessFile file, long offset) {
        try {
            return Frame.at(file, offset);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The index kept beside it, or one made from it. */
    SegmentIndex index() throws IOException {
        Path kept = folder.resolve(name.index());
        Optional<SegmentIndex> index = SegmentIndex.load(kept);
        if (index.isPresent()) {
            return index.get();
        }
        SegmentIndex made;
        try (RandomAccessFile file = file()) {
            made = SegmentScan.read(file);
        }
        try {
            made.save(kept);
        } catch (IOException full) {
            // Made again the next time.
        }
        return made;
    }

    /**
     * Cuts off what a crash left half-written behind the last whole message; it is kept beside the segment.
     *
     * @return how many bytes that were
     */
    long cutTornEnd() throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(path().toFile(), "rw")) {
            long end = SegmentScan.read(file).end();
            long torn = file.length() - end;
            if (torn > 0) {
                Path beside = folder.resolve(name + ".torn");
                try (var in = Files.newInputStream(path())) {
                    in.skipNBytes(end);
                    Files.copy(in, beside, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
                }
                file.setLength(end);
                file.getFD().sync();
            }
            return torn;
        }
    }

    void delete() throws IOException {
        // An index without its segment would say that the segment is missing.
        Files.deleteIfExists(folder.resolve(name.index()));
        Files.deleteIfExists(path());
        Files.deleteIfExists(folder.resolve(name + ".torn"));
        Files.deleteIfExists(folder.resolve(name.erasing()));
    }

    private RandomAccessFile file() throws IOException {
        try {
            return new RandomAccessFile(path().toFile(), "r");
        } catch (FileNotFoundException e) {
            throw new NoSuchFileException(path().toString());
        }
    }
}
