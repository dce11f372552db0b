package org.iochub.simulators.http;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** Permits and projects of Quảng Ngãi's department of construction. The interface is an assumption: none is published. */
public final class ConstructionSimulator extends JsonService {
    private static final int PROJECT_EVERY = 3;
    private static final List<String> AREAS = List.of("21025", "21028", "21172", "21439");
    private static final List<String> PERMITS = List.of("NHA_O", "CONG_TRINH", "SUA_CHUA", "TAM");
    private static final List<String> STATES = List.of("CHUAN_BI", "THI_CONG", "HOAN_THANH");

    /** A service that changes only when it is told to. */
    public ConstructionSimulator(long seed, Clock clock) {
        super(
                new Api(
                        "construction",
                        "quang-ngai",
                        "/api/du-lieu",
                        "trang",
                        "soDong",
                        "capNhatTu",
                        LocalTimes::readIso,
                        rows -> Map.of("ketQua", rows)),
                ConstructionSimulator::write,
                seed,
                clock);
    }

    /** @param every how often something happens; never when empty */
    public ConstructionSimulator(long seed, Optional<Duration> every) {
        this(seed, Clock.systemUTC());
        every.ifPresent(this::live);
    }

    private static Map<String, Object> write(int n, int stage, Random random, Instant created, Instant updated) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("capNhat", n % 59 == 0 ? "hôm qua" : LocalTimes.write(updated, "yyyy-MM-dd'T'HH:mm:ssXXX"));
        if (n % PROJECT_EVERY == 0) {
            project(entry, n, stage, random);
        } else {
            permits(entry, n, stage, random);
        }
        return entry;
    }

    /** Entry after entry another kind, ward and month, so that no two tell of the same count. */
    private static void permits(Map<String, Object> entry, int n, int stage, Random random) {
        int month = n / (PERMITS.size() * AREAS.size());
        entry.put("loai", "GIAY_PHEP");
        entry.put("loaiGiayPhep", n % 47 == 0 ? "NHA_TREO" : PERMITS.get(n % PERMITS.size()));
        entry.put("maDiaPhuong", AREAS.get(n / PERMITS.size() % AREAS.size()));
        entry.put("ky", String.format("tháng %02d năm %d", 1 + month % 12, 2025 + month / 12));
        entry.put("soLuong", n % 37 == 0 ? "N/A" : n % 2 == 0 ? "1." + (100 + random.nextInt(900)) : 7 + stage);
        entry.put("lanSua", stage);
    }

    private static void project(Map<String, Object> entry, int n, int stage, Random random) {
        String name = "Công trình mô phỏng số " + n;
        boolean unplaced = n % 5 == 0;
        entry.put("loai", "DU_AN");
        entry.put("maDuAn", "DA-" + String.format("%05d", n));
        entry.put("tenDuAn", n % 7 == 0 ? Dirt.decomposed(name) : name);
        entry.put("chuDauTu", "Ban quản lý dự án (mô phỏng)");
        entry.put("maDiaPhuong", AREAS.get(random.nextInt(AREAS.size())));
        entry.put("viDo", unplaced ? -99 : 15.05 + random.nextInt(100) / 1000.0);
        entry.put("kinhDo", unplaced ? -99 : 108.75 + random.nextInt(100) / 1000.0);
        entry.put("dienTichSan", unplaced ? "N/A" : "2." + (100 + random.nextInt(900)) + ",5");
        entry.put("trangThai", n % 33 == 0 ? "DANG_TINH" : STATES.get(Math.min(stage, 2)));
    }
}
