package org.iochub.simulators.http;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/**
 * A one-stop system that is asked page by page for its dossiers, or for their steps, in the list of states from 0 to 19.
 * Its interface is an assumption: none is published. Its dossiers are from both sides of 2025-07-01, and a third of them
 * are links of a chain over the levels.
 */
public final class DossierServiceSimulator extends JsonService {
    private static final String PATH = "/api/dong-bo";
    private static final String AREAS =
            "000.21.57.H48=21439@2025-01-01,000.00.57.H48=534,000.00.15.H48=51@2025-01-01," + "H48.57=21439,H48.15=51";
    private static final List<String> BEFORE = List.of("000.21.57.H48", "000.00.57.H48", "000.00.15.H48");
    private static final List<String> AFTER = List.of("H48.57", "H48.57", "H48.15");

    private final String service;

    private DossierServiceSimulator(String name, String service, Writer writer, long seed, Clock clock) {
        super(
                new Api(
                        name,
                        "duc-pho",
                        PATH,
                        "trang",
                        "soDong",
                        "capNhatTu",
                        LocalTimes::readIso,
                        rows -> envelope(service, rows)),
                writer,
                seed,
                clock);
        this.service = service;
    }

    /** Dossiers; changes only when it is told to. */
    public static DossierServiceSimulator dossiers(long seed, Clock clock) {
        return new DossierServiceSimulator(
                "dossiers-polled", "DongBoHoSoMC", DossierServiceSimulator::dossier, seed, clock);
    }

    /** The steps of the dossiers of the same seed; changes only when it is told to. */
    public static DossierServiceSimulator steps(long seed, Clock clock) {
        return new DossierServiceSimulator(
                "dossier-steps", "CapNhatTienDoHoSoMC", DossierServiceSimulator::step, seed, clock);
    }

    /** Something happens so often from now on; nothing when empty. */
    public DossierServiceSimulator every(Optional<Duration> pause) {
        pause.ifPresent(this::live);
        return this;
    }

    @Override
    public Map<String, Map<String, String>> instances() {
        boolean steps = service.equals("CapNhatTienDoHoSoMC");
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("adapter", "dossiers");
        settings.put("tenant", "duc-pho");
        settings.put("applicantKinds", "citizen0");
        settings.put("areas", AREAS);
        settings.put("statusList", "twenty");
        settings.put("url", url() + PATH);
        settings.put("polled", steps ? "steps" : "dossiers");
        settings.put("period", "5s");
        settings.put("pageSize", "50");
        return Map.of(steps ? "dossier-steps-duc-pho" : "dossiers-duc-pho", settings);
    }

    private static Map<String, Object> envelope(String service, List<Map<String, Object>> rows) {
        Map<String, Object> envelope = new LinkedHashMap<>();
        envelope.put("session", "simulated");
        envelope.put("madonvi", "000.00.57.H48");
        envelope.put("service", service);
        envelope.put("isUpdating", false);
        envelope.put("data", rows);
        return envelope;
    }

    private static Map<String, Object> dossier(int n, int stage, Random random, Instant created, Instant updated) {
        Instant received = received(n, created);
        int status = Math.min(17, List.of(2, 4, 6, 13, 16).get(random.nextInt(5)) + stage * 4);
        Map<String, Object> dossier = new LinkedHashMap<>();
        dossier.put("MaHoSo", n % 37 == 0 ? "HS/" + n : code(n, n % 3, created));
        if (n % 43 != 0) {
            dossier.put("MaTTHC", "1.001612");
        }
        dossier.put("TenTTHC", n % 17 == 0 ? Dirt.decomposed("Đăng ký hộ kinh doanh") : "Đăng ký hộ kinh doanh");
        dossier.put("ChuHoSo", "Người nộp mẫu " + n);
        dossier.put("LoaiDoiTuong", n % 47 == 0 ? "7" : String.valueOf(random.nextInt(3)));
        dossier.put("SoDienThoai", "");
        dossier.put("TrichYeuHoSo", "Hồ sơ mẫu số " + n);
        dossier.put("NgayTiepNhan", LocalTimes.write(received, n % 2 == 0 ? "dd/MM/yyyy HH:mm:ss" : "yyyyMMddHHmmss"));
        dossier.put("NgayHenTra", LocalTimes.write(received.plus(7, ChronoUnit.DAYS), "dd/MM/yyyy"));
        dossier.put("TrangThaiHoSo", n % 41 == 0 ? "20" : String.valueOf(status));
        dossier.put("HinhThuc", random.nextBoolean() ? "1" : "0");
        dossier.put("NgayCapNhat", LocalTimes.write(updated, "yyyy-MM-dd'T'HH:mm:ssxxx"));
        List<Map<String, String>> links = new ArrayList<>();
        if (n % 3 != 0 && n > 3) {
            links.add(Map.of("MaHoSo", code(n, n % 3 - 1, created)));
        }
        dossier.put("DanhSachHoSoLienThong", links);
        return dossier;
    }

    private static Map<String, Object> step(int n, int stage, Random random, Instant created, Instant updated) {
        Map<String, Object> step = new LinkedHashMap<>();
        step.put("MaHoSo", code(n, n % 3, created));
        step.put("NguoiXuLy", "Cán bộ mẫu");
        step.put("ThoiDiemXuLy", LocalTimes.write(updated, "yyyy-MM-dd'T'HH:mm:ssxxx"));
        step.put("PhongBanXuLy", "Bộ phận tiếp nhận và trả kết quả");
        step.put("NoiDungXuLy", "Chuyển xử lý");
        step.put("TrangThai", n % 41 == 0 ? "20" : String.valueOf(Math.min(17, 4 + stage * 4)));
        return step;
    }

    /** One request has the same number at each level and was received at all of them on one day. */
    private static String code(int n, int level, Instant created) {
        String organisation = (isOld(n) ? BEFORE : AFTER).get(level);
        return organisation + "-" + LocalTimes.write(received(n, created), "yyMMdd") + "-" + "%04d".formatted(n);
    }

    private static Instant received(int n, Instant created) {
        return isOld(n) ? Instant.parse("2025-03-10T01:15:00Z").plus(n, ChronoUnit.HOURS) : created;
    }

    private static boolean isOld(int n) {
        return n % 4 == 0;
    }
}
