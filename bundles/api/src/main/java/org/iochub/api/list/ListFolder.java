package org.iochub.api.list;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.iochub.model.FaultException;

/** The folder that people put a list into. A list counts once it stood still from one look to the next. One thread. */
final class ListFolder {
    /** Lists of the whole country, with their history, have some hundred KiB. */
    private static final long MAX_BYTES = 16L << 20;

    private record Stamp(Path file, long size, long time) {}

    private final Path folder;
    private final String stem;
    private Optional<Stamp> seen = Optional.empty();

    ListFolder(Path folder, String stem) {
        this.folder = folder;
        this.stem = stem;
    }

    /** Below the hub's inbox, unless whoever runs the hub names another place. */
    static Path of(String folder) {
        return ListShelf.hubData().resolve("inbox").resolve(folder).normalize();
    }

    /**
     * The list, when there is one that stands still.
     *
     * @throws FaultException {@code several-lists}, {@code list-too-large}
     */
    Optional<byte[]> list() throws IOException {
        List<Path> files = files();
        if (files.size() > 1) {
            throw FaultException.of(
                    "several-lists",
                    "",
                    "Thư mục " + folder + " có " + files.size() + " danh mục (" + names(files)
                            + "); hãy chỉ để lại danh mục đang có hiệu lực.",
                    "The folder " + folder + " has " + files.size() + " lists (" + names(files)
                            + "); leave only the one that holds.");
        }
        Optional<Stamp> now = files.isEmpty() ? Optional.empty() : Optional.of(stamp(files.get(0)));
        boolean still = now.isPresent() && now.equals(seen);
        seen = now;
        if (!still) {
            return Optional.empty();
        }
        if (now.get().size() > MAX_BYTES) {
            throw FaultException.of(
                    "list-too-large",
                    "",
                    "Danh mục " + now.get().file().getFileName()
                            + " lớn hơn 16 MiB; hãy kiểm tra xem có đúng là danh mục không.",
                    "The list " + now.get().file().getFileName() + " is larger than 16 MiB; check that it is a list.");
        }
        return Optional.of(Files.readAllBytes(now.get().file()));
    }

    /** Puts a table of changes beside the list, instead of an earlier one. */
    Path putTable(String id, byte[] table) throws IOException {
        Path file = folder.resolve(tableName(id));
        if (!Files.exists(file)) {
            removeTables();
            Files.write(file, table);
        }
        return file;
    }

    void removeTables() throws IOException {
        for (Path file : files(name -> name.startsWith(tablePrefix()) && name.endsWith(".csv"))) {
            Files.deleteIfExists(file);
        }
    }

    private String tableName(String id) {
        return tablePrefix() + id + ".csv";
    }

    private String tablePrefix() {
        return "thay-doi-" + stem + "-";
    }

    private List<Path> files() throws IOException {
        return files(name -> name.startsWith(stem) && name.endsWith(".csv"));
    }

    private List<Path> files(java.util.function.Predicate<String> fits) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(file -> fits.test(file.getFileName().toString()))
                    .sorted()
                    .toList();
        }
    }

    private static String names(List<Path> files) {
        return String.join(
                ", ", files.stream().map(file -> file.getFileName().toString()).toList());
    }

    private static Stamp stamp(Path file) throws IOException {
        BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
        return new Stamp(file, now.size(), now.lastModifiedTime().toMillis());
    }

    @Override
    public String toString() {
        return folder.toString();
    }
}
