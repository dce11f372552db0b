package org.iochub.simulators.sftp;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Budget exports of three months and a correction of the last. */
final class MadeUpBudget {
    private static final int MONTHS = 3;
    private static final long MILLION = 1_000_000;

    /** @param chapter empty: that of the line above, as merged cells are */
    private record Line(Object chapter, Object section, String item, String name, long millions) {}

    private static final List<Line> REVENUE = List.of(
            new Line("018", "", "1050", "Thuế thu nhập doanh nghiệp", 42_000),
            new Line("", "", "1700", "Thuế giá trị gia tăng", 88_000),
            new Line(754, "", "1750", "Thuế tiêu thụ đặc biệt", 15_500));

    private static final List<Line> EXPENDITURE = List.of(
            // A spreadsheet has taken the zeros away.
            new Line(22, 71, "6000", "Tiền lương", 31_000),
            new Line("", "072", "6100", "Phụ cấp lương", 9_400),
            new Line("423", "131", "6950", "Mua sắm tài sản", 5_100));

    private final Random random;

    MadeUpBudget(long seed) {
        this.random = new Random(seed);
    }

    List<SheetFile> files() {
        List<SheetFile> files = new ArrayList<>();
        for (int month = 1; month <= MONTHS; month++) {
            files.add(file(month, ""));
        }
        files.add(file(MONTHS, "_dc1"));
        return files;
    }

    private SheetFile file(int month, String correction) {
        List<String> periods = List.of(
                "Năm 2025 (triệu đồng)",
                "Tháng 0" + month + "/2025 (đồng)",
                month == 1 ? "Tháng 01/2025 (đồng)" : month + " tháng đầu năm 2025 (đồng)");
        String day = correction.isEmpty() ? "05" : "12";
        return new SheetFile(
                "NS_2025-0" + month + "_20250" + (month + 1) + day + correction + ".xlsx",
                List.of(
                        BudgetSheet.of("Thu ngân sách", periods, rows(REVENUE, month)),
                        BudgetSheet.of("Chi ngân sách", periods, rows(EXPENDITURE, month))));
    }

    private List<List<Object>> rows(List<Line> lines, int month) {
        List<List<Object>> rows = new ArrayList<>();
        for (Line line : lines) {
            long actual = line.millions() * MILLION / 12 + random.nextInt(1_000_000_000);
            rows.add(List.of(
                    line.chapter(), line.section(), line.item(), line.name(), line.millions(), actual, actual * month));
        }
        rows.add(List.of("", "", "", "Cộng chương", 1, 2, 3));
        rows.add(List.of("", "", "", "Khoản chưa rõ mục", 10, 20, 30));
        rows.add(List.of("Tổng cộng", "", "", "", 1, 2, 3));
        return rows;
    }
}
