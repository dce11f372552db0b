package org.iochub.api.list;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/** Where the list that counts is kept: one file below the hub's {@code etc/}, so that a backup has it. */
public record ListShelf(Path file) {
    /**
     * Of an instance: {@code etc/<stem>/<stem>-<instance>.csv} in the hub's folder.
     *
     * @param data the hub's folder
     */
    public static ListShelf of(Path data, String stem, String instance) {
        return new ListShelf(data.resolve("etc").resolve(stem).resolve(stem + "-" + instance + ".csv"));
    }

    /** The hub's folder, as its start script says. */
    public static Path hubData() {
        String set = System.getenv("HUB_DATA");
        return Path.of(set == null || set.isBlank() ? System.getProperty("karaf.base", ".") : set)
                .toAbsolutePath()
                .normalize();
    }

    public Optional<byte[]> list() throws IOException {
        try {
            return Optional.of(Files.readAllBytes(file));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    /** Whole or not at all: somebody may read it meanwhile. */
    void put(byte[] list) throws IOException {
        Files.createDirectories(file.getParent());
        Path part = file.resolveSibling("." + file.getFileName() + ".part");
        Files.write(part, list);
        Files.move(part, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }
}
