package org.iochub.archive.internal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.iochub.core.archive.ArchiveQuery;
import org.iochub.core.archive.ArchivedMessage;

/** Files of the archive that anything may have happened to. */
public final class ArchiveBytes {
    private static final String SEGMENT = "00000001-2026-03-02";

    private ArchiveBytes() {}

    public static void segment(byte[] bytes) throws IOException {
        with(bytes, ".seg", folder -> {
            try (FileArchive archive = FileArchive.plain(folder.getParent(), Runnable::run)) {
                for (ArchivedMessage message :
                        archive.page(ArchiveQuery.all("source", 100)).messages()) {
                    archive.find("source", message.message());
                    try (InputStream in = archive.open(message)) {
                        in.transferTo(java.io.OutputStream.nullOutputStream());
                    } catch (IOException damaged) {
                        // Said so.
                    }
                }
            }
        });
    }

    public static void index(byte[] bytes) throws IOException {
        with(bytes, ".idx", folder -> SegmentIndex.load(folder.resolve(SEGMENT + ".idx")));
    }

    /** Over a segment of some length: nothing outside of it is touched. */
    public static void erasure(byte[] bytes) throws IOException {
        with(bytes, ".erase", folder -> {
            Path segment = folder.resolve(SEGMENT + ".seg");
            Files.write(segment, new byte[500]);
            try {
                SegmentErasure.resume(
                        new Segment("source", folder, SegmentName.of(SEGMENT).orElseThrow(), Optional.empty()));
            } catch (IOException refused) {
                // Said so.
            }
            if (Files.size(segment) != 500) {
                throw new AssertionError("the segment has another length");
            }
        });
    }

    public static void description(byte[] bytes) {
        try {
            Description.read(bytes);
        } catch (IOException refused) {
            // Said so.
        }
    }

    @FunctionalInterface
    private interface Work {
        void in(Path folder) throws IOException;
    }

    private static void with(byte[] bytes, String end, Work work) throws IOException {
        Path archive = Files.createTempDirectory("fuzz");
        Path folder = Files.createDirectories(archive.resolve("source"));
        try {
            Files.write(folder.resolve(SEGMENT + end), bytes);
            work.in(folder);
        } finally {
            try (var files = Files.list(folder)) {
                for (Path file : files.toList()) {
                    Files.delete(file);
                }
            }
            Files.delete(folder);
            Files.delete(archive);
        }
    }
}
