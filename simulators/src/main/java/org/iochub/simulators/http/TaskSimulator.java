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

/** The task management of Quảng Ngãi city. Its interface is an assumption: none is published. */
public final class TaskSimulator extends JsonService {
    private static final List<String> TITLES = List.of(
            "Báo cáo tiến độ tích hợp dữ liệu vào IOC",
            "Kiểm tra trật tự đô thị các tuyến đường trung tâm",
            "Rà soát hồ sơ trễ hạn tại bộ phận một cửa",
            "Tham mưu kế hoạch chỉnh trang vỉa hè");
    private static final List<String> UNITS = List.of("21025", "21028", "21172");

    /** A service that changes only when it is told to. */
    public TaskSimulator(long seed, Clock clock) {
        super(
                new Api(
                        "tasks",
                        "quang-ngai-city",
                        "/api/v1/nhiem-vu",
                        "trang",
                        "soDong",
                        "capNhatTu",
                        LocalTimes::readIso,
                        rows -> Map.of("tongSo", rows.size(), "duLieu", rows)),
                TaskSimulator::write,
                seed,
                clock);
    }

    /** @param every how often something happens; never when empty */
    public TaskSimulator(long seed, Optional<Duration> every) {
        this(seed, Clock.systemUTC());
        every.ifPresent(this::live);
    }

    private static Map<String, Object> write(int n, int stage, Random random, Instant created, Instant updated) {
        int status = Math.min(3, random.nextInt(3) + stage);
        String title = TITLES.get(random.nextInt(TITLES.size()));
        Instant given = created.minus(1 + random.nextInt(20), ChronoUnit.DAYS);
        Map<String, Object> task = new LinkedHashMap<>();
        task.put("maNhiemVu", "NV-" + String.format("%05d", n));
        task.put("noiDung", n % 17 == 0 ? Dirt.decomposed(title) : title);
        task.put("coQuanGiao", Map.of("ma", "H48.15", "ten", "UBND thành phố (mô phỏng)"));
        task.put("coQuanThucHien", Map.of("ma", "H48.15.03", "ten", "Phòng Quản lý đô thị (mô phỏng)"));
        task.put(
                "vanBan",
                n % 5 == 0
                        ? Map.of("id", "vb-" + n, "maCoQuan", "N/A", "ngay", "N/A", "soKyHieu", "N/A")
                        : Map.of(
                                "id",
                                "vb-" + n,
                                "maCoQuan",
                                "H48.15",
                                "ngay",
                                LocalTimes.write(given, "dd/MM/yyyy"),
                                "soKyHieu",
                                n + "/UBND-VX"));
        task.put("maDonViHanhChinh", UNITS.get(random.nextInt(UNITS.size())));
        task.put("ngayGiao", LocalTimes.write(given, "dd/MM/yyyy"));
        task.put("han", n % 7 == 0 ? "N/A" : LocalTimes.write(given.plus(15, ChronoUnit.DAYS), "dd/MM/yyyy"));
        task.put("ngayHoanThanh", status == 3 ? LocalTimes.write(updated, "dd/MM/yyyy HH:mm") : "N/A");
        task.put("tienDo", status == 3 ? "100%" : n % 7 == 0 ? "N/A" : random.nextInt(90) + ",5%");
        task.put("trangThai", n % 41 == 0 ? "99" : String.valueOf(status));
        task.put("daXoa", n % 31 == 0 && stage > 0);
        task.put("capNhat", LocalTimes.write(updated, n % 53 == 0 ? "'31/02/2026' HH:mm:ss" : "dd/MM/yyyy HH:mm:ss"));
        return task;
    }
}
