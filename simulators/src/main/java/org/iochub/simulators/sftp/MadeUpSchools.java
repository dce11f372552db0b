package org.iochub.simulators.sftp;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/** Workbooks of two school years, the second with a correction. */
final class MadeUpSchools {
    private static final List<String> LEVELS = List.of("Mầm non", "Tiểu học", "THCS");
    private static final int PUPILS_A_CLASS = 32;

    private final Random random;
    private final List<String> communes;
    private final String office;

    /** @param communes codes as of the school years */
    MadeUpSchools(long seed, String office, List<String> communes) {
        this.random = new Random(seed);
        this.office = office;
        this.communes = communes;
    }

    List<SheetFile> files() {
        return List.of(
                file("2023-2024", "20231020", 0), file("2024-2025", "20241018", 1), file("2024-2025", "20241122", 1));
    }

    private SheetFile file(String year, String sent, int grown) {
        List<List<Object>> schools = new ArrayList<>();
        Map<String, int[]> sums = new LinkedHashMap<>();
        int number = 0;
        for (String commune : communes) {
            for (String level : LEVELS) {
                number++;
                int classes = 10 + grown + random.nextInt(12);
                int pupils = classes * PUPILS_A_CLASS + random.nextInt(PUPILS_A_CLASS);
                int teachers = classes + classes / 2;
                schools.add(List.of(
                        number,
                        String.format(Locale.ROOT, "5%s%02d", commune, number),
                        "Trường " + level + " số " + number,
                        level,
                        office,
                        "Văn thư nhà trường",
                        number % 7 == 0 ? "Tạm dừng" : "Đang hoạt động",
                        // A spreadsheet takes codes for numbers.
                        number % 3 == 0 ? (Object) Double.valueOf(commune) : commune,
                        classes,
                        pupils,
                        teachers));
                int[] sum = sums.computeIfAbsent(commune + " " + level, key -> new int[3]);
                sum[0] += classes;
                sum[1] += pupils;
                sum[2] += teachers;
            }
        }
        schools.add(List.of(++number, "", "Trường chưa có mã", "THPT", office, "", "", communes.get(0), 9, 300, 20));
        schools.add(List.of("", "", "Tổng số", "", "", "", "", "", 999, 9999, 999));
        List<List<Object>> areas = new ArrayList<>();
        sums.forEach((key, sum) -> {
            String[] of = key.split(" ", 2);
            areas.add(List.of("", "", "", of[1], "", "", "", of[0], sum[0], sum[1], sum[2]));
        });
        return new SheetFile(
                "GDDT_" + year + "_" + sent + ".xlsx",
                List.of(SchoolSheet.of("Trường", year, schools), SchoolSheet.of("Địa bàn", year, areas)));
    }
}
