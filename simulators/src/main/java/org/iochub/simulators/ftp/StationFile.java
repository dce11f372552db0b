package org.iochub.simulators.ftp;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

/**
 * One file on its way to the server.
 *
 * @param directory under the user's home, empty for the home itself
 */
record StationFile(String directory, String name, byte[] content) {
    static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMddHHmmss");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy/MM/dd");

    /** A file of a station in its place, {@code /NUO001/2026/01/01/}. */
    static StationFile of(Station station, LocalDateTime sent, List<String> records) {
        return of(station, sent, records, StandardCharsets.UTF_8);
    }

    static StationFile of(Station station, LocalDateTime sent, List<String> records, Charset charset) {
        String content =
                station.oneLine() ? String.join("\t", records) + "\r\n" : String.join("\r\n", records) + "\r\n";
        return new StationFile(
                station.code() + "/" + DAY.format(sent),
                station.fileName(STAMP.format(sent)),
                content.getBytes(charset));
    }

    static String record(String parameter, String value, String unit, LocalDateTime at, String status) {
        return String.join("\t", List.of(parameter, value, unit, STAMP.format(at), status));
    }

    StationFile in(String otherDirectory) {
        return new StationFile(otherDirectory, name, content);
    }

    /** The same records with one more. */
    static List<String> with(List<String> records, String... more) {
        List<String> all = new ArrayList<>(records);
        all.addAll(List.of(more));
        return all;
    }
}
