package org.iochub.simulators.sftp;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** Workbooks of socio-economic indicators: months, a quarter, and a month once more with restated figures. */
final class MadeUpIndicators {
    private static final int SAME_YEAR = 2025;
    private static final int MONTHS = 5;
    private static final int PLAN_MONTHS = 12;
    private static final double RESTATED = 1.03;

    private record Line(String number, String code, String name, String unit, double perMonth) {}

    private static final List<Line> LINES = List.of(
            new Line("1", "KTXH.01", "Thu ngân sách nhà nước trên địa bàn", "tỷ đồng", 1850),
            new Line("2", "KTXH.02", "Chi ngân sách địa phương", "Tỷ đồng", 1420),
            new Line("3", "KTXH.03", "Vốn đầu tư thực hiện", "triệu đồng", 640_000),
            new Line("4", "KTXH.04", "Tổng mức bán lẻ hàng hóa", "tỉ đồng", 5600),
            new Line("5", "KTXH.05", "Sản lượng thủy sản", "tấn", 9200),
            new Line("6", "KTXH.06", "Điện thương phẩm", "triệu kWh", 180),
            new Line("7", "KTXH.07", "Lao động được giải quyết việc làm", "người", 1300),
            new Line("8", "KTXH.08", "Doanh nghiệp thành lập mới", "doanh nghiệp", 110));

    private final Random random;
    private final YearMonth january;

    MadeUpIndicators(long seed) {
        this(seed, SAME_YEAR);
    }

    MadeUpIndicators(long seed, int year) {
        this.random = new Random(seed);
        this.january = YearMonth.of(year, 1);
    }

    private int year() {
        return january.getYear();
    }

    List<SheetFile> files() {
        double[][] figures = new double[LINES.size()][MONTHS];
        for (int line = 0; line < LINES.size(); line++) {
            for (int month = 0; month < MONTHS; month++) {
                figures[line][month] = round(LINES.get(line).perMonth() * (0.9 + random.nextDouble() / 5));
            }
        }
        List<SheetFile> files = new ArrayList<>();
        for (int month = 2; month < MONTHS; month++) {
            files.add(monthly(figures, month, sent(month), ""));
        }
        files.add(quarterly(figures));
        figures[0][1] = round(figures[0][1] * RESTATED);
        files.add(monthly(figures, MONTHS - 2, sent(MONTHS - 1), "_dc1"));
        return files;
    }

    private LocalDate sent(int month) {
        return january.plusMonths(month + 1L).atDay(5);
    }

    private SheetFile monthly(double[][] figures, int month, LocalDate sent, String correction) {
        YearMonth current = january.plusMonths(month);
        List<String> periods = List.of(
                "Năm " + year(),
                month(month - 2),
                month(month - 1),
                month(month),
                (month + 1) + " tháng đầu năm " + year());
        List<List<Object>> rows = rows(figures, month - 2, month - 1, month, 1);
        SheetTable sheet =
                SocioEconomicSheet.of("Tháng " + String.format(Locale.ROOT, "%02d", month + 1), periods, rows);
        return new SheetFile("KTXH_" + current + "_" + stamp(sent) + correction + ".xlsx", List.of(sheet));
    }

    private SheetFile quarterly(double[][] figures) {
        List<String> periods = List.of(
                "Năm " + year(),
                "Quý I/" + year(),
                "Tháng 4/" + year(),
                "Quý II/" + year(),
                "6 tháng đầu năm " + year());
        return new SheetFile(
                "KTXH_" + year() + "-Q2_" + year() + "0615.xlsx",
                List.of(SocioEconomicSheet.of("Quý II", periods, rows(figures, 2, 3, 4, 3))));
    }

    /** @param times how many months the first and third figure stand for */
    private List<List<Object>> rows(double[][] figures, int first, int second, int third, int times) {
        List<List<Object>> rows = new ArrayList<>();
        rows.add(List.of("I", "", "CHỈ TIÊU CHỦ YẾU"));
        for (int i = 0; i < LINES.size(); i++) {
            Line line = LINES.get(i);
            double sum = 0;
            for (int month = 0; month <= third; month++) {
                sum += figures[i][month];
            }
            // People type some figures as text, and leave dashes where they know none.
            Object estimate = i == 3 ? vietnamese(figures[i][third] * times) : (Object) (figures[i][third] * times);
            Object earlier = i == 7 ? "-" : (Object) (figures[i][first] * times);
            rows.add(List.of(
                    line.number(),
                    line.code(),
                    line.name(),
                    line.unit(),
                    line.perMonth() * PLAN_MONTHS,
                    earlier,
                    figures[i][second],
                    estimate,
                    sum,
                    100 + random.nextInt(12),
                    ""));
        }
        // Nobody outside the district knows how large this unit is.
        rows.add(List.of("9", "KTXH.09", "Diện tích gieo trồng", "sào", 1200, 100, 100, 100, 500, 101, ""));
        rows.add(List.of("Ghi chú: số liệu ước tính được cập nhật ở báo cáo sau"));
        return rows;
    }

    private String month(int month) {
        return String.format(Locale.ROOT, "Tháng %02d/%d", month + 1, year());
    }

    private static String stamp(LocalDate day) {
        return day.format(DateTimeFormatter.BASIC_ISO_DATE);
    }

    private static double round(double figure) {
        return Math.round(figure * 10) / 10.0;
    }

    private static String vietnamese(double figure) {
        return String.format(Locale.GERMANY, "%,.1f", figure);
    }
}
