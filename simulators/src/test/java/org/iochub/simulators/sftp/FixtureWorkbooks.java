package org.iochub.simulators.sftp;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Writes the workbooks among the fixtures of the sources that read such. Argument: the directory {@code routes}. Run it
 * after {@code ./mvnw package -pl simulators -am}:
 *
 * <pre>java -cp 'simulators/target/lib/*:simulators/target/classes:simulators/target/test-classes' \
 *     org.iochub.simulators.sftp.FixtureWorkbooks routes</pre>
 */
public final class FixtureWorkbooks {
    private FixtureWorkbooks() {}

    public static void main(String[] args) throws IOException {
        Path routes = Path.of(args[0]);
        write(routes.resolve("socio-economic/fixtures"), socioEconomic());
        write(routes.resolve("education/fixtures"), education());
        write(routes.resolve("finance/fixtures"), finance());
    }

    private static void write(Path fixtures, Map<String, List<SheetTable>> workbooks) throws IOException {
        Files.createDirectories(fixtures);
        for (Map.Entry<String, List<SheetTable>> workbook : workbooks.entrySet()) {
            List<SheetTable> sheets = new ArrayList<>(workbook.getValue());
            sheets.add(new SheetTable("Hướng dẫn", List.of(List.of("Không phải số liệu")), List.of()));
            Files.write(fixtures.resolve(workbook.getKey() + ".xlsx"), SheetTable.workbook(sheets));
        }
    }

    private static Map<String, List<SheetTable>> socioEconomic() {
        List<String> april =
                List.of("Năm 2025", "Tháng 02/2025", "Tháng 03/2025", "Tháng 04/2025", "4 tháng đầu năm 2025");
        List<Object> heading = List.of("I", "", "KINH TẾ");
        List<Object> revenue =
                List.of("1", "KTXH.01", "Thu ngân sách", "tỷ đồng", 22000, 1750.5, 1801.2, 1850, 7100.4, 104.2, "");
        List<Object> investment = List.of(
                "2", "KTXH.03", "Vốn đầu tư", "Triệu đồng", 7500000, "512.340,5", "-", 650000, 2300000, 101, "");
        List<Object> power = List.of(
                "3", "KTXH.06", nfd("Điện thương phẩm"), nfd("triệu kWh"), 2100, 170.25, 181, 179.5, 702, 99, "");
        List<Object> sown = List.of("4", "KTXH.09", "Diện tích gieo trồng", "sào", 1200, 100, 100, 100, 400, 100, "");
        List<Object> noCode = List.of("5", "", "Số lao động", "nghìn người", 16, 1.1, 1.2, 1.3, 4.9, 100, "");
        List<Object> note = List.of("Ghi chú: số liệu tháng 4 là ước tính", "", "", "", 999);
        SheetTable aprilSheet = SocioEconomicSheet.of(
                "Tháng 04", april, List.of(heading, revenue, investment, power, sown, noCode, note));
        List<Object> restated = replace(revenue, 6, 1822.75);
        List<String> march =
                List.of("Năm 2025", "Tháng 01/2025", "Tháng 02/2025", "Tháng 03/2025", "3 tháng đầu năm 2025");
        List<String> quarter = List.of("Năm 2025", "Quý IV/2024", "Quý I/2025", "Quý II/2025", "6 tháng đầu năm 2025");
        return Map.of(
                "KTXH_2025-04_20250505",
                List.of(aprilSheet),
                "gui-lai_KTXH_2025-04_20250505",
                List.of(aprilSheet),
                "KTXH_2025-04_20250512_dc1",
                List.of(SocioEconomicSheet.of("Tháng 04", april, List.of(heading, restated, note))),
                "KTXH_2025-03_20250405",
                List.of(SocioEconomicSheet.of(
                        "Tháng 03",
                        march,
                        List.of(heading, List.of("1", "KTXH.01", "Thu ngân sách", "tỷ đồng", 21000, 1690, 1749)))),
                "KTXH_2025-Q2_202506151730",
                List.of(SocioEconomicSheet.of(
                        "Quý II",
                        quarter,
                        List.of(List.of("1", "KTXH.01", "Thu ngân sách", "tỉ đồng", 22000, 5400, 5230, 5510, 10740)))),
                "poison_KTXH_2025-05_20250605",
                List.of(SocioEconomicSheet.of(
                        "Tháng 05",
                        april,
                        List.of(replace(revenue, 5, "một nghìn bảy"), replace(power, 3, "triệu kWh")))));
    }

    private static Map<String, List<SheetTable>> education() {
        String office = "Phòng Giáo dục và Đào tạo";
        List<Object> first = List.of(
                1,
                51522401,
                "Trường Tiểu học Số 1",
                "Tiểu học",
                office,
                "Văn thư",
                "Đang hoạt động",
                "21439",
                20,
                655,
                31);
        // The commune's code as a spreadsheet leaves it; the same digits are another commune from 2025-07-01 on.
        List<Object> second = List.of(
                2, "51522502", nfd("Trường THCS Số 2"), "THCS", office, "", "Tạm dừng", 21451.0, 12, "1.020", 28);
        List<Object> unknownLevel = List.of(
                3, "51522603", "Trường năng khiếu", "Năng khiếu", office, "", "Đang hoạt động", "21439", 5, 120, 14);
        List<Object> unknownCommune =
                List.of(4, "51522404", "Trường Tiểu học Số 4", "Tiểu học", office, "", "", "99999", 10, 300, 15);
        List<Object> noCode = List.of(5, "", "Trường chưa có mã", "Tiểu học", office, "", "", "21439", 7, 200, 11);
        List<Object> total = List.of("", "", "Tổng số", "", "", "", "", "", 54, 2295, 99);
        List<Object> ward = List.of("", "", "", "Tiểu học", "", "", "", "21439", 27, 855, 42);
        List<SheetTable> before = List.of(
                SchoolSheet.of(
                        "Trường", "2024-2025", List.of(first, second, unknownLevel, unknownCommune, noCode, total)),
                SchoolSheet.of("Địa bàn", "2024-2025", List.of(ward)));
        return Map.of(
                "GDDT_2024-2025_20241018",
                before,
                "gui-lai_GDDT_2024-2025_20241018",
                before,
                "GDDT_2024-2025_20251201",
                List.of(SchoolSheet.of("Trường", "2024-2025", List.of(replace(first, 9, 662)))),
                "GDDT_2025-2026_20251015",
                List.of(SchoolSheet.of(
                        "Trường", "2025-2026", List.of(replace(replace(first, 2, "Trường Tiểu học Đức Phổ"), 9, 701)))),
                "poison_GDDT_2025-2026_20251016",
                List.of(SchoolSheet.of(
                        "Trường",
                        "2025-2026",
                        List.of(replace(replace(first, 1, "51522405"), 9, "nhiều"), replace(second, 1, "51522506")))));
    }

    private static Map<String, List<SheetTable>> finance() {
        List<String> may = List.of("Năm 2025 (triệu đồng)", "Tháng 05/2025 (đồng)", "5 tháng đầu năm 2025 (đồng)");
        List<Object> tax = List.of("018", "", "1050", "Thuế thu nhập doanh nghiệp", 42000.5, 3510250000L, 17800000000L);
        List<Object> same = List.of("", "", 1700, "Thuế giá trị gia tăng", 88000, "7.333.000.000", -125000000);
        List<Object> chapterTotal = List.of("", "", "", "Cộng chương 018", 130000.5, 1, 2);
        List<Object> noItem = List.of("754", "", "", "Khoản thu chưa rõ mục", 10, 20, 30);
        List<Object> total = List.of("Tổng cộng", "", "", "", 130010.5, 21, 32);
        List<Object> wages = List.of(22, 71, "6000", "Tiền lương", 31000, 2600000000L, "-");
        List<Object> noSection = List.of("423", "", "6950", "Mua sắm tài sản", 5100, 400000000, 2000000000);
        List<SheetTable> sheets = List.of(
                BudgetSheet.of("Thu ngân sách", may, List.of(tax, same, chapterTotal, noItem, total)),
                BudgetSheet.of("Chi ngân sách", may, List.of(wages, noSection, total)));
        List<String> strange = List.of("Năm 2025 (triệu đồng)", "Tháng 05/2025 (USD)", "5 tháng đầu năm 2025 (đồng)");
        return Map.of(
                "NS_2025-05_20250605",
                sheets,
                "gui-lai_NS_2025-05_20250605",
                sheets,
                "NS_2025-05_202506121630_dc1",
                List.of(BudgetSheet.of("Thu ngân sách", may, List.of(replace(tax, 5, 3522000000L)))),
                "NS_2025-04_20250506",
                List.of(BudgetSheet.of(
                        "Thu ngân sách",
                        List.of("Năm 2025 (triệu đồng)", "Tháng 04/2025 (đồng)", "4 tháng đầu năm 2025 (tỷ đồng)"),
                        List.of(List.of(18, "", "1050", "Thuế thu nhập doanh nghiệp", 41000, 3400000000L, 14.25)))),
                "NS_2025-05_20250604",
                List.of(BudgetSheet.of("Thu ngân sách", strange, List.of(tax))),
                "poison_NS_2025-05_20250603",
                List.of(BudgetSheet.of("Thu ngân sách", may, List.of(replace(tax, 5, "#####"), same))));
    }

    private static List<Object> replace(List<Object> row, int column, Object value) {
        List<Object> changed = new ArrayList<>(row);
        changed.set(column, value);
        return changed;
    }

    /** As a Mac types it. */
    private static String nfd(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD);
    }
}
