package org.iochub.model.area;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.iochub.model.Fault;
import org.iochub.model.FaultException;

/**
 * An operator's folder of lists: files {@code areas*.csv} and {@code successors*.csv}, in UTF-8, read by name. Files of
 * other names and a folder that is not there say nothing.
 */
public final class AreaFolder {
    /** Of all lists together; those of the whole country have some hundred KiB. */
    private static final long MAX_BYTES = 16L << 20;

    private AreaFolder() {}

    /**
     * The units the hub is shipped with and those of the folder.
     *
     * @throws FaultException {@code bad-area-list}, {@code overlapping-areas}; the message names the file and line
     * @throws IOException when the folder itself cannot be read
     */
    public static AreaRegistry read(Path folder) throws IOException {
        return read(folder, Map.of());
    }

    /**
     * As {@link #read(Path)} would be if these lists stood in the folder, by name.
     *
     * @param instead lists of units in UTF-8
     */
    public static AreaRegistry read(Path folder, Map<String, byte[]> instead) throws IOException {
        List<Path> files = files(folder);
        refuseTooMuch(folder, files);
        Map<Path, Optional<byte[]>> units = new TreeMap<>();
        files.stream().filter(AreaFolder::isUnits).forEach(file -> units.put(file, Optional.empty()));
        instead.forEach((name, list) -> units.put(folder.resolve(name), Optional.of(list)));
        return AreaRegistry.builtInAnd(list -> {
            units.forEach((file, text) -> add(file, text, list::addUnits));
            files.stream()
                    .filter(file -> !isUnits(file))
                    .forEach(file -> add(file, Optional.empty(), list::addSuccessors));
        });
    }

    /** The lists in the folder, by name. */
    public static List<Path> files(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(AreaFolder::isList).sorted().toList();
        }
    }

    private static boolean isList(Path file) {
        String name = file.getFileName().toString();
        return (name.startsWith("areas") || name.startsWith("successors")) && name.endsWith(".csv");
    }

    private static boolean isUnits(Path file) {
        return file.getFileName().toString().startsWith("areas");
    }

    private static void add(Path file, Optional<byte[]> text, Consumer<Reader> list) {
        String name = file.getFileName().toString();
        try {
            InputStream in = text.isPresent() ? new ByteArrayInputStream(text.get()) : Files.newInputStream(file);
            // A decoder of its own refuses what is not UTF-8; one made from the name alone would replace it.
            list.accept(new InputStreamReader(in, StandardCharsets.UTF_8.newDecoder()));
        } catch (IOException | UncheckedIOException e) {
            throw unreadable(
                    name, e instanceof UncheckedIOException unchecked ? unchecked.getCause() : (IOException) e);
        } catch (FaultException e) {
            throw named(name, e.fault());
        }
    }

    private static void refuseTooMuch(Path folder, List<Path> files) throws IOException {
        long bytes = 0;
        for (Path file : files) {
            bytes += Files.size(file);
        }
        if (bytes > MAX_BYTES) {
            throw FaultException.of(
                    "bad-area-list",
                    folder.getFileName().toString(),
                    "Các danh mục lớn hơn 16 MiB; hãy bỏ tệp không phải danh mục đơn vị hành chính.",
                    "The lists are larger than 16 MiB; take away what is no list of areas.");
        }
    }

    private static FaultException unreadable(String name, IOException e) {
        return e instanceof CharacterCodingException
                ? FaultException.of(
                        "bad-area-list",
                        name,
                        name + " không phải UTF-8; hãy lưu lại tệp bằng UTF-8.",
                        name + " is not UTF-8; save it as UTF-8.")
                : FaultException.of(
                        "bad-area-list",
                        name,
                        name + " không đọc được (" + e.getMessage() + "); hãy kiểm tra quyền đọc.",
                        name + " cannot be read (" + e.getMessage() + "); check that the hub may read it.");
    }

    private static FaultException named(String name, Fault fault) {
        return FaultException.of(
                fault.code(),
                name + (fault.where().isEmpty() ? "" : " " + fault.where()),
                name + ": " + fault.message().vi(),
                name + ": " + fault.message().en());
    }
}
