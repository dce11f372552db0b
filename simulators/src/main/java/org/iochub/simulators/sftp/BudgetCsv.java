package org.iochub.simulators.sftp;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/** Budget exports of three months as CSV, a correction of the last, and a file full of dirt. */
final class BudgetCsv {
    private static final String HEADINGS = "Loai;Chuong;Khoan;Muc;NoiDung;Ky;ChiTieu;SoTien;DonViTinh\r\n";
    private static final Locale VIETNAM = Locale.forLanguageTag("vi");
    private static final int MONTHS = 3;

    private final Random random;

    BudgetCsv(long seed) {
        this.random = new Random(seed);
    }

    /** By name. */
    Map<String, byte[]> files() {
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (int month = 1; month <= MONTHS; month++) {
            files.put(String.format("NS_2025-%02d_2025%02d05.csv", month, month + 1), bytes(month(month)));
        }
        files.put("NS_2025-03_20250412_dc1.csv", bytes("\uFEFF" + month(MONTHS)));
        files.put("NS_2025-03_20250413.csv", bytes(dirt()));
        return files;
    }

    private String month(int month) {
        String period = "tháng " + month + "/2025";
        String total = month == 1 ? "lũy kế tháng 1/2025" : month + " tháng đầu năm 2025";
        return HEADINGS
                + item("THU;018;;1050;Thuế thu nhập doanh nghiệp", period, total, 42_000, month)
                // A spreadsheet has taken the zero away.
                + item("THU;18;;1700;Thuế giá trị gia tăng", period, total, 88_000, month)
                + "THU;018;;;Cộng chương 018;" + period + ";TH;1;đồng\r\n"
                + item("CHI;22;71;6000;Tiền lương", period, total, 31_000, month)
                + item("CHI;423;131;6950;Mua sắm tài sản", period, total, 5_100, month)
                + "CHI;423;131;7000;Chi khác;" + period + ";TH;-;triệu đồng\r\n"
                + "CHI;Tổng cộng;;;;" + period + ";TH;2;đồng\r\n";
    }

    /** Plan and cumulative in million đồng, the month in đồng. */
    private String item(String item, String period, String total, int millions, int month) {
        long actual = millions * 1_000_000L / 12 + random.nextInt(1_000_000);
        return String.format(VIETNAM, "%s;năm 2025;DT;%,d;triệu đồng\r\n", item, millions)
                + String.format(VIETNAM, "%s;%s;TH;%,d;đồng\r\n", item, period, actual)
                + String.format(VIETNAM, "%s;%s;LK;%,.3f;Triệu đồng\r\n", item, total, actual * month / 1e6);
    }

    private static String dirt() {
        String item = "THU;018;;1800;Thu khác;tháng 3/2025;TH;";
        return HEADINGS + item + "#####;đồng\r\n" + item + "88;USD\r\n" + item + "(125.000);đồng\r\n"
                + "THU;018;;;Khoản thu chưa rõ mục;tháng 3/2025;TH;88;triệu đồng\r\nTHU;018\r\n";
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
