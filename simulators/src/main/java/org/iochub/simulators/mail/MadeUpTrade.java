package org.iochub.simulators.mail;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Random;

/** Writes the monthly CSV of an office of industry and trade; the same for the same seed. */
final class MadeUpTrade {
    private static final String HEADINGS = "MaChiTieu;TenChiTieu;MaDVHC;Ky;PhanTo;LoaiSoLieu;GiaTri;DonVi;NgayLap\r\n";

    private final String area;
    private final Random random;

    MadeUpTrade(long seed, String area) {
        this.area = area;
        this.random = new Random(seed);
    }

    /** @param made when the figures were made, {@code dd/MM/yyyy HH:mm} */
    byte[] month(int month, String made) {
        String period = String.format("tháng %d/2025", month);
        StringBuilder csv = new StringBuilder(HEADINGS);
        row(csv, "IIP", "Chỉ số sản xuất công nghiệp", period, "khai khoáng", "TH", figure(100, 12), "%", made);
        row(csv, "iip", "Chỉ số sản xuất công nghiệp", period, "chế biến", "TH", figure(100, 12), "%", made);
        row(csv, "BANLE", "Tổng mức bán lẻ", period, "", "UTH", figure(5_000, 900), "tỷ đồng", made);
        row(csv, "BANLE", "Tổng mức bán lẻ", "lũy kế " + period, "", "TH", figure(20_000, 900), "tỷ đồng", made);
        row(csv, "DIEN", "Điện thương phẩm", period, "", "TH", figure(60, 9), "triệu kWh", made);
        row(csv, "XUATKHAU", "Kim ngạch xuất khẩu", "năm 2025", "", "KH", "2.400", "triệu USD", made);
        return csv.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** Every kind of dirt once, with a byte order mark in front. */
    byte[] dirt(String made) {
        StringBuilder csv = new StringBuilder("\uFEFF").append(HEADINGS);
        row(csv, "IIP", "Chỉ số", "tháng 5/2025", "khai khoáng", "TH", "1,05.1", "%", made);
        row(csv, "IIP", "Chỉ số", "tháng 5/2025", "chế biến", "XX", "105,1", "%", made);
        row(csv, "THEP", "Thép", "tháng 5/2025", "", "TH", "412", "thùng", made);
        row(csv, "THEP", "Thép", "tháng 13/2025", "", "TH", "412", "tấn", made);
        csv.append("THEP;Thép;").append(area).append(";tháng 5/2025\r\n");
        row(csv, "THEP", "Thép", "tháng 5/2025", "", "TH", "412,6", "nghìn tấn", made);
        return csv.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** From one decimal on, as Vietnamese is written: 5.123,4. */
    private String figure(int least, int more) {
        return String.format(Locale.forLanguageTag("vi"), "%,.1f", least + more * random.nextDouble());
    }

    private void row(
            StringBuilder csv,
            String code,
            String name,
            String period,
            String branch,
            String kind,
            String value,
            String unit,
            String made) {
        csv.append(String.join(";", code, name, area, period, branch, kind, value, unit, made))
                .append("\r\n");
    }
}
