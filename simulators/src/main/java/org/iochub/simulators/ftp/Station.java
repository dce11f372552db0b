package org.iochub.simulators.ftp;

import java.util.List;
import java.util.stream.IntStream;

/**
 * A made-up station.
 *
 * @param province letters of the province, as loggers put them in front of a file name
 * @param facility the plant or site it belongs to
 * @param code the station itself
 * @param longName files are named {@code province_facility_station_time}, else {@code station_time}
 * @param oneLine all parameters on one line, else a line each
 */
record Station(
        String province,
        String facility,
        String code,
        String name,
        double longitude,
        double latitude,
        String areaCode,
        boolean longName,
        boolean oneLine,
        List<Parameter> parameters) {

    /** What it measures: around {@code usual}, give or take {@code spread}. */
    record Parameter(String name, String unit, double usual, double spread) {}

    private static final List<Parameter> WATER = List.of(
            new Parameter("Flow", "m3/h", 120, 30),
            new Parameter("Temp", "oC", 27.5, 2),
            new Parameter("pH", "-", 7.2, 0.4),
            new Parameter("TSS", "mg/l", 32, 12),
            new Parameter("COD", "mg/l", 41, 15),
            new Parameter("NH4", "mg/l", 3.1, 1.2),
            new Parameter("Color", "Pt-Co", 38, 10));

    private static final List<Parameter> AIR = List.of(
            new Parameter("Temp", "oC", 29, 3),
            new Parameter("RH", "%", 74, 12),
            new Parameter("SO2", "µg/m3", 21, 8),
            new Parameter("NO2", "µg/m3", 33, 12),
            new Parameter("PM10", "µg/m3", 48, 20),
            new Parameter("PM2,5", "µg/m3", 27, 12));

    static final List<Station> QUANG_NGAI = List.of(
            new Station(
                    "QNG",
                    "KCNA",
                    "NUO001",
                    "Trạm nước thải khu công nghiệp A",
                    108.8,
                    15.12,
                    "21025@2025-07-01",
                    true,
                    false,
                    WATER),
            new Station(
                    "QNG",
                    "TTDP",
                    "KHI001",
                    "Trạm không khí phường Đức Phổ",
                    108.959,
                    14.801,
                    "21439@2025-07-01",
                    false,
                    true,
                    AIR));

    static final List<Station> DA_NANG = List.of(
            new Station(
                    "DNG",
                    "TTTK",
                    "KHI001",
                    "Trạm không khí phường Tam Kỳ",
                    108.479,
                    15.558,
                    "20341@2025-07-01",
                    true,
                    false,
                    AIR),
            new Station(
                    "DNG",
                    "KCNB",
                    "NUO001",
                    "Trạm nước thải khu công nghiệp B",
                    108.2,
                    16.05,
                    "48@2025-07-01",
                    true,
                    true,
                    WATER));

    /** So many stations of one province, waste water and air by turns; the communes are those after the reform. */
    static List<Station> fleet(int stations) {
        List<String> communes = List.of("21025", "21028", "21172", "21439", "21451", "21478");
        return IntStream.rangeClosed(1, stations)
                .mapToObj(n -> {
                    boolean water = n % 2 == 0;
                    return new Station(
                            "QNG",
                            "CS" + (n + 1) / 2,
                            (water ? "NUO" : "KHI") + (100 + n),
                            (water ? "Trạm nước thải số " : "Trạm không khí số ") + n,
                            108.6 + n * 0.02,
                            14.8 + n * 0.03,
                            communes.get(n % communes.size()) + "@2025-07-01",
                            true,
                            n % 3 == 0,
                            water ? WATER : AIR);
                })
                .toList();
    }

    String fileName(String time) {
        return (longName ? province + "_" + facility + "_" : "") + code + "_" + time + ".txt";
    }

    /** As the adapter's setting {@code stations} wants it. */
    String setting() {
        return code + "=" + name + "|" + longitude + "|" + latitude + "|" + areaCode;
    }
}
