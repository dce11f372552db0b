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

/** Market prices and outbreaks in Quảng Ngãi province. The interface is an assumption: none is published. */
public final class AgricultureSimulator extends JsonService {
    private static final String TIME = "yyyy-MM-dd HH:mm:ss";
    private static final int OUTBREAK_EVERY = 5;
    private static final List<String> GOODS = List.of("lúa tươi", "lợn hơi", "sắn tươi", "cà phê nhân");
    private static final List<String> AREAS = List.of("21025", "21028", "21172", "21439");
    private static final List<String> DISEASES = List.of("DTLCP", "CGC", "LMLM", "RAY_NAU");
    private static final List<String> STAGES = List.of("moi", "dang-xu-ly", "het-dich");

    /** A service that changes only when it is told to. */
    public AgricultureSimulator(long seed, Clock clock) {
        super(
                new Api(
                        "agriculture",
                        "quang-ngai",
                        "/api/ban-tin",
                        "trang",
                        "soDong",
                        "capNhatTu",
                        text -> LocalTimes.read(text, TIME),
                        rows -> Map.of("banTin", rows)),
                AgricultureSimulator::write,
                seed,
                clock);
    }

    /** @param every how often something happens; never when empty */
    public AgricultureSimulator(long seed, Optional<Duration> every) {
        this(seed, Clock.systemUTC());
        every.ifPresent(this::live);
    }

    private static Map<String, Object> write(int n, int stage, Random random, Instant created, Instant updated) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("maDiaPhuong", AREAS.get(random.nextInt(AREAS.size())));
        entry.put("capNhat", n % 59 == 0 ? "hôm qua" : LocalTimes.write(updated, TIME));
        if (n % OUTBREAK_EVERY == 0) {
            outbreak(entry, n, stage, random, created, updated);
        } else {
            price(entry, n, stage, random, created);
        }
        return entry;
    }

    private static void price(Map<String, Object> entry, int n, int stage, Random random, Instant created) {
        int good = random.nextInt(GOODS.size());
        int thousands = 5 + random.nextInt(90) + stage;
        entry.put("loai", "GIA");
        entry.put("maMatHang", "MH" + good);
        entry.put("tenMatHang", GOODS.get(good));
        entry.put("gia", n % 23 == 0 ? -99 : n % 2 == 0 ? thousands + ".500" : thousands * 1000);
        entry.put("donVi", n % 29 == 0 ? "đ/con" : "đ/kg");
        entry.put("cho", "Chợ số " + n);
        entry.put("loaiHang", "Loại 1");
        entry.put("ngay", LocalTimes.write(created, "dd/MM/yyyy"));
        entry.put("lanSua", stage);
    }

    private static void outbreak(
            Map<String, Object> entry, int n, int stage, Random random, Instant created, Instant updated) {
        boolean over = stage >= 2;
        entry.put("loai", "DICH");
        entry.put("maODich", "OD-" + String.format("%05d", n));
        entry.put("maBenh", n % 35 == 0 ? "LA_LUNG" : DISEASES.get(random.nextInt(DISEASES.size())));
        entry.put("tenBenh", "Dịch mô phỏng");
        entry.put("mucDo", String.valueOf(1 + random.nextInt(4)));
        entry.put("diaBan", "địa bàn " + n);
        entry.put("ngayPhatHien", LocalTimes.write(created.minus(3, ChronoUnit.DAYS), "dd/MM/yyyy"));
        entry.put("ngayHetDich", over ? LocalTimes.write(updated, "dd/MM/yyyy") : "N/A");
        entry.put(
                "toaDo",
                n % 3 == 0
                        ? Map.of("viDo", -99, "kinhDo", -99)
                        : Map.of("viDo", 15.05 + random.nextInt(100) / 1000.0, "kinhDo", 108.7));
        entry.put("trangThai", STAGES.get(Math.min(stage, 2)));
        entry.put("soBaoCao", n + "/BC-CNTY");
    }
}
