package org.iochub.routes.environmentstations.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.iochub.api.read.DatedArea;
import org.iochub.model.FaultException;
import org.iochub.model.record.Location;
import org.iochub.model.text.Nfc;

/** The stations an instance knows: {@code code=name|longitude|latitude|area code}. */
final class StationList {
    record Station(String code, String name, Location location, DatedArea area) {}

    private static final String EXAMPLE = "NUO001=Trạm A|108.8|15.12|21025@2025-07-01";

    private final Map<String, Station> stations = new HashMap<>();

    private StationList(List<String> entries, String where) {
        entries.stream()
                .map(String::strip)
                .filter(entry -> !entry.isEmpty() && !entry.startsWith("#"))
                .map(entry -> parse(entry, where))
                .forEach(station -> add(station, where));
    }

    /** From the setting {@code stations}, else from the file, else none. */
    static StationList of(EnvironmentStationsSettings settings) {
        return settings.stations()
                .map(list -> new StationList(Arrays.asList(list.split(",")), "stations"))
                .or(() -> settings.stationsFile().map(file -> new StationList(lines(file), "stationsFile")))
                .orElseGet(() -> new StationList(List.of(), "stations"));
    }

    Optional<Station> find(String code) {
        return Optional.ofNullable(stations.get(code));
    }

    /** In no order. */
    Collection<Station> all() {
        return stations.values();
    }

    private void add(Station station, String where) {
        if (stations.put(station.code(), station) != null) {
            throw FaultException.of(
                    "bad-setting",
                    where,
                    "Mã trạm «" + station.code()
                            + "» có hai lần trong danh sách; hãy bỏ một dòng hoặc đổi stationCode.",
                    "Station code «" + station.code() + "» stands in the list twice; drop one or change stationCode.");
        }
    }

    private static Station parse(String entry, String where) {
        String[] codeAndRest = Nfc.of(entry).split("=", 2);
        String[] rest = codeAndRest.length == 2 ? codeAndRest[1].split("\\|", -1) : new String[0];
        if (rest.length != 4 || codeAndRest[0].isBlank() || rest[0].isBlank()) {
            throw bad(entry, where);
        }
        return new Station(
                codeAndRest[0].strip(),
                rest[0].strip(),
                new Location(degrees(rest[1], 180, entry, where), degrees(rest[2], 90, entry, where)),
                DatedArea.parse(rest[3].strip(), where));
    }

    private static double degrees(String text, double most, String entry, String where) {
        try {
            double degrees = Double.parseDouble(text.strip());
            if (Math.abs(degrees) <= most) {
                return degrees;
            }
        } catch (NumberFormatException e) {
            // Falls through to the same fault.
        }
        throw bad(entry, where);
    }

    private static FaultException bad(String entry, String where) {
        return FaultException.of(
                "bad-setting",
                where,
                "Dòng trạm «" + entry + "» sai cách viết; hãy viết như «" + EXAMPLE + "».",
                "The station «" + entry + "» is not written right; write it like «" + EXAMPLE + "».");
    }

    private static List<String> lines(String file) {
        try {
            return Files.readAllLines(Path.of(file));
        } catch (IOException | InvalidPathException e) {
            throw FaultException.of(
                    "bad-setting",
                    "stationsFile",
                    "Không đọc được danh sách trạm «" + file + "»; hãy kiểm tra đường dẫn, quyền đọc và mã UTF-8.",
                    "The station list «" + file + "» cannot be read; check the path, the permissions and that it is"
                            + " UTF-8.");
        }
    }
}
