package org.iochub.simulators.ftp;

import static org.iochub.simulators.ftp.StationFile.record;
import static org.iochub.simulators.ftp.StationFile.with;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** What stations had to say, good and bad: the same for the same seed. */
final class StationHistory {
    /** Clean cycles of each station at the start. */
    static final int CYCLES = 12;

    private static final LocalDateTime BEGIN = LocalDateTime.of(2026, 3, 2, 7, 0);

    private final Random random;

    StationHistory(long seed) {
        this.random = new Random(seed);
    }

    /** In the order they reach the server. */
    List<StationFile> files(List<Station> stations) {
        List<StationFile> files = new ArrayList<>();
        for (Station station : stations) {
            List<StationFile> cycles = new ArrayList<>();
            for (int cycle = 0; cycle < CYCLES; cycle++) {
                LocalDateTime at = BEGIN.plusMinutes(5L * cycle);
                cycles.add(StationFile.of(station, at, records(station, at, "00")));
            }
            // The line was down: one file was buffered and comes after newer ones.
            cycles.add(cycles.remove(CYCLES / 2));
            files.addAll(cycles);
            files.addAll(dirt(station, BEGIN.plusMinutes(5L * CYCLES)));
        }
        return files;
    }

    /** One cycle as it should be. */
    List<String> records(Station station, LocalDateTime at, String status) {
        return station.parameters().stream()
                .map(p -> record(p.name(), value(p), p.unit(), at, status))
                .toList();
    }

    private List<StationFile> dirt(Station station, LocalDateTime from) {
        LocalDateTime broken = from.plusMinutes(15);
        LocalDateTime foreign = from.plusMinutes(20);
        List<StationFile> files = new ArrayList<>();
        files.add(StationFile.of(station, from, records(station, from, "01")));
        files.add(StationFile.of(
                station, from.plusMinutes(5), with(records(station, from.plusMinutes(5), "02"), missing(from))));
        files.add(StationFile.of(
                station,
                from.plusMinutes(10),
                with(
                        records(station, from.plusMinutes(10), "00"),
                        record("DO", "5.5", "mg/l", from.plusMinutes(10), "03"))));
        files.add(StationFile.of(station, broken, brokenRecords(station, broken)));
        files.add(StationFile.of(
                station,
                foreign,
                List.of(record(Normalizer.normalize("Nhiệt độ", Normalizer.Form.NFD), "28.4", "oC", foreign, "00"))));
        // «Nhiệt độ» in TCVN3, one byte a letter.
        files.add(StationFile.of(
                station,
                foreign.plusMinutes(5),
                List.of(record("Nhi\u00d6t \u00ae\u00e9", "28.6", "oC", foreign.plusMinutes(5), "00")),
                StandardCharsets.ISO_8859_1));
        StationFile twice = StationFile.of(station, foreign.plusMinutes(10), records(station, broken, "00"));
        files.add(twice);
        files.add(twice.in(station.code() + "/resent"));
        // A correction: an earlier cycle again with other values, in a file named later.
        files.add(StationFile.of(station, foreign.plusMinutes(15), records(station, BEGIN, "00")));
        return files;
    }

    private String missing(LocalDateTime at) {
        return record("TOC", "---", "mg/l", at.plusMinutes(5), "00");
    }

    /** A record without a unit, an impossible day and an unknown unit before records that are right. */
    private List<String> brokenRecords(Station station, LocalDateTime at) {
        List<String> records = new ArrayList<>();
        if (!station.oneLine()) {
            records.add("COD\t12.5\t" + StationFile.STAMP.format(at) + "\t00");
        }
        records.add("TN\t4.2\tmg/l\t20260231070000\t00");
        records.add(record("TP", "1.1", "gallon", at, "00"));
        records.addAll(records(station, at, "00"));
        return records;
    }

    private String value(Station.Parameter parameter) {
        return String.format(
                Locale.ROOT, "%.2f", Math.max(0, parameter.usual() + parameter.spread() * random.nextGaussian() / 2));
    }
}
