package org.iochub.simulators.http;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** The reporting system (LRIS) of Quảng Nam. Its interface is an assumption: none is published. */
public final class ReportingSystemSimulator extends JsonService {
    private static final String ISO = "yyyy-MM-dd'T'HH:mm:ssXXX";
    private static final int REPORT_EVERY = 4;
    private static final List<String> STAGES = List.of("DA_NOP", "TRA_LAI", "NOP_LAI", "DA_DUYET");
    private static final List<String> PERIODS =
            List.of("Quý I năm 2026", "tháng 02 năm 2026", "6 tháng đầu năm 2026", "năm 2025");

    /** A service that changes only when it is told to. */
    public ReportingSystemSimulator(long seed, Clock clock) {
        super(
                new Api(
                        "lris",
                        "quang-nam",
                        "/api/nhat-ky-bao-cao",
                        "trang",
                        "soDong",
                        "tuThoiDiem",
                        LocalTimes::readIso,
                        rows -> Map.of("duLieu", Map.of("nhatKy", rows))),
                ReportingSystemSimulator::write,
                seed,
                clock);
    }

    /** @param every how often something happens; never when empty */
    public ReportingSystemSimulator(long seed, Optional<Duration> every) {
        this(seed, Clock.systemUTC());
        every.ifPresent(this::live);
    }

    private static Map<String, Object> write(int n, int stage, Random random, Instant created, Instant updated) {
        Map<String, Object> entry = new LinkedHashMap<>();
        String agency = "H47." + (10 + n / REPORT_EVERY % 12);
        entry.put("maBaoCao", "BC-" + String.format("%05d", n / REPORT_EVERY));
        // The province of the reports became part of Đà Nẵng (48) on 2025-07-01.
        entry.put("coQuan", Map.of("ma", agency, "ten", "Cơ quan " + agency, "maDonViHanhChinh", "48"));
        entry.put("ky", PERIODS.get(n / REPORT_EVERY % PERIODS.size()));
        entry.put("capNhat", n % 59 == 0 ? "hôm qua" : LocalTimes.write(updated, ISO));
        if (n % REPORT_EVERY == 0) {
            report(entry, n, stage, created, updated);
        } else {
            figure(entry, n, stage, random);
        }
        return entry;
    }

    private static void report(Map<String, Object> entry, int n, int stage, Instant created, Instant updated) {
        boolean late = n / REPORT_EVERY % 3 == 0;
        Instant due = late ? created.minus(2, ChronoUnit.DAYS) : created.plus(5, ChronoUnit.DAYS);
        boolean submitted = stage > 0;
        entry.put("loai", "BAO_CAO");
        entry.put("tenBaoCao", "báo cáo tình hình kinh tế - xã hội");
        entry.put("coQuanNhan", Map.of("ma", "H47", "ten", "Văn phòng UBND tỉnh (mô phỏng)"));
        entry.put("ngayGiao", LocalTimes.write(due.minus(20, ChronoUnit.DAYS), "dd/MM/yyyy"));
        entry.put("hanNop", LocalTimes.write(due, "dd/MM/yyyy"));
        entry.put("ngayNop", submitted ? LocalTimes.write(updated, ISO) : null);
        entry.put("trangThai", submitted ? STAGES.get((stage - 1) % STAGES.size()) : late ? "QUA_HAN" : "CHUA_NOP");
    }

    private static void figure(Map<String, Object> entry, int n, int stage, Random random) {
        String value = (1 + random.nextInt(9)) + "." + (100 + random.nextInt(900)) + "," + random.nextInt(10);
        entry.put("loai", "SO_LIEU");
        entry.put("lanNop", 1 + stage / 2);
        entry.put("maChiTieu", "KTXH-" + String.format("%03d", n % 97));
        entry.put("tenChiTieu", "Chỉ tiêu mô phỏng " + n % 97);
        entry.put("giaTri", n % 37 == 0 ? "N/A" : value);
        entry.put("donViTinh", n % 43 == 0 ? "thúng" : n % 2 == 0 ? "Tỷ đồng" : "người");
        entry.put("loaiSoLieu", n % 3 == 0 ? "KH" : "TH");
        entry.put("trangThai", STAGES.get(stage % STAGES.size()));
    }
}
