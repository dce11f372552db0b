package org.iochub.simulators.push;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** What a one-stop system has to say, good and bad, in the order it says it: the same for the same seed. */
final class DossierMessages {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final DateTimeFormatter DAY_FIRST = DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm:ss");
    private static final DateTimeFormatter COMPACT = DateTimeFormatter.ofPattern("yyyyMMddHHmmss");
    private static final DateTimeFormatter CODE_DAY = DateTimeFormatter.ofPattern("yyMMdd");
    private static final DateTimeFormatter IGATE = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'+0000'");
    private static final ZoneOffset VIETNAM = ZoneOffset.ofHours(7);

    /** A commune, its district and a department before the reform; a commune and the department after it. */
    private static final List<String> BEFORE = List.of("000.21.53.H48", "000.00.53.H48", "000.00.15.H48");

    private static final List<String> AFTER = List.of("H48.53", "H48.15");

    private final Random random;
    private final JsonNodeFactory nodes = JsonNodeFactory.instance;

    DossierMessages(long seed) {
        this.random = new Random(seed);
    }

    List<String> all() {
        List<ObjectNode> old = chain(BEFORE, LocalDateTime.of(2025, 3, 10, 8, 15), 1);
        List<ObjectNode> fresh = chain(AFTER, LocalDateTime.of(2025, 7, 15, 9, 30), 1);
        List<String> messages = new ArrayList<>();
        // Steps come before the dossier they belong to.
        messages.add(steps(List.of(step(code(fresh.get(0)), LocalDateTime.of(2025, 7, 15, 10, 0), "4"))));
        messages.add(dossiers("000.00.00.H48", old));
        messages.add(dossiers("H48", fresh));
        messages.add(dossiers("H48", many()));
        messages.add(dossiers("H48", dirt()));
        messages.addAll(versions(fresh.get(1)));
        // The very same message again.
        messages.add(messages.get(1));
        messages.add(steps(List.of(
                step(code(old.get(0)), LocalDateTime.of(2025, 3, 11, 8, 0), "4"),
                step(code(old.get(0)), LocalDateTime.of(2025, 3, 13, 16, 0), "9"),
                step("H48.15-991231-9999", LocalDateTime.of(2025, 7, 16, 8, 0), "4"))));
        return messages;
    }

    /** A step of some dossier at a moment, for a system that stays up. */
    String stepAt(LocalDateTime now) {
        return steps(List.of(step("H48.53-250715-0001", now, "4")));
    }

    /** The same request at several levels, each with its own code and a link to the next. */
    private List<ObjectNode> chain(List<String> organisations, LocalDateTime received, int number) {
        List<ObjectNode> chain = new ArrayList<>();
        for (int level = 0; level < organisations.size(); level++) {
            LocalDateTime at = received.plusDays(level);
            ObjectNode dossier = dossier(organisations.get(level), at, number);
            if (level > 0) {
                ArrayNode links = dossier.putArray("DanhSachHoSoLienThong");
                links.addObject().put("MaHoSo", code(chain.get(level - 1)));
            }
            chain.add(dossier);
        }
        return chain;
    }

    private List<ObjectNode> many() {
        List<ObjectNode> many = new ArrayList<>();
        for (int number = 100; number < 140; number++) {
            boolean old = random.nextBoolean();
            List<String> organisations = old ? BEFORE : AFTER;
            LocalDateTime at = (old ? LocalDateTime.of(2025, 1, 6, 7, 30) : LocalDateTime.of(2025, 7, 1, 7, 30))
                    .plusMinutes(random.nextInt(100_000));
            many.add(dossier(organisations.get(random.nextInt(organisations.size())), at, number));
        }
        return many;
    }

    private List<ObjectNode> dirt() {
        LocalDateTime at = LocalDateTime.of(2025, 8, 4, 8, 0);
        ObjectNode status = dossier("H48.15", at, 901).put("TrangThaiHoSo", "19");
        ObjectNode kind = dossier("H48.15", at, 902).put("LoaiDoiTuong", "7");
        ObjectNode code = dossier("H48.15", at, 903).put("MaHoSo", "HS-2025/903");
        ObjectNode day = dossier("H48.15", at, 904).put("NgayTiepNhan", "31/02/2025 08:00:00");
        ObjectNode missing = dossier("H48.15", at, 905);
        missing.remove("MaTTHC");
        ObjectNode dayFirst = dossier("H48.15", at, 906).put("NgayTiepNhan", DAY_FIRST.format(at));
        ObjectNode epoch = dossier("H48.15", at, 907);
        epoch.put("NgayTiepNhan", at.toInstant(VIETNAM).toEpochMilli());
        ObjectNode compact = dossier("H48.15", at, 908).put("NgayTiepNhan", COMPACT.format(at));
        // Midnight in Vietnam, written in UTC: the day before.
        ObjectNode midnight = dossier("H48.15", at, 909)
                .put(
                        "NgayTiepNhan",
                        IGATE.format(at.toLocalDate().atStartOfDay().minusHours(7)));
        return List.of(status, kind, code, day, missing, dayFirst, epoch, compact, midnight);
    }

    /** Three versions of one dossier: the corrected one first, then one that is older than it. */
    private List<String> versions(ObjectNode first) {
        ObjectNode corrected = first.deepCopy()
                .put("TrangThaiHoSo", "9")
                .put("NgayKetThucXuLy", iso(LocalDateTime.of(2025, 7, 20, 15, 0)))
                .put("NgayCapNhat", iso(LocalDateTime.of(2025, 7, 20, 15, 5)));
        ObjectNode older = first.deepCopy().put("NgayCapNhat", iso(LocalDateTime.of(2025, 7, 18, 8, 0)));
        return List.of(dossiers("H48", List.of(corrected)), dossiers("H48", List.of(older)));
    }

    private ObjectNode dossier(String organisation, LocalDateTime received, int number) {
        ObjectNode dossier = nodes.objectNode();
        dossier.put("MaHoSo", organisation + "-" + CODE_DAY.format(received) + "-" + "%04d".formatted(number));
        dossier.put("MaTTHC", "1.001612");
        dossier.put("TenTTHC", "Đăng ký thành lập hộ kinh doanh");
        dossier.put("MaLinhVuc", "KH01");
        dossier.put("TenLinhVuc", "Thành lập và hoạt động của hộ kinh doanh");
        dossier.put("ChuHoSo", "Người nộp mẫu " + number);
        dossier.put("LoaiDoiTuong", random.nextInt(4) == 0 ? "2" : "1");
        dossier.put("Email", "mau" + number + "@example.org");
        dossier.put("SoDienThoai", "");
        dossier.put("TrichYeuHoSo", "Hồ sơ mẫu số " + number);
        dossier.put("NgayTiepNhan", iso(received));
        dossier.put("NgayHenTra", iso(received.plusDays(5)));
        dossier.put("TrangThaiHoSo", "4");
        dossier.put("HinhThuc", random.nextBoolean() ? "1" : "0");
        dossier.put("DonViXuLy", organisation);
        dossier.put("NgayCapNhat", iso(received.plusHours(1)));
        dossier.putArray("DanhSachLePhi")
                .addObject()
                .put("TenPhiLePhi", "Lệ phí")
                .put("SoTien", 50_000 + 1_000 * random.nextInt(100));
        if (number % 7 == 0) {
            dossier.putArray("DanhSachHoSoBoSung")
                    .addObject()
                    .put("NgayHenTraTruoc", iso(received.plusDays(5)))
                    .put("NgayHenTraMoi", iso(received.plusDays(9)));
        }
        return dossier;
    }

    private ObjectNode step(String dossier, LocalDateTime at, String status) {
        ObjectNode step = nodes.objectNode();
        step.put("MaHoSo", dossier);
        step.put("NguoiXuLy", "Cán bộ mẫu");
        step.put("ThoiDiemXuLy", iso(at));
        step.put("PhongBanXuLy", "Bộ phận tiếp nhận và trả kết quả");
        step.put("NoiDungXuLy", "Chuyển xử lý");
        step.put("TrangThai", status);
        step.put("NgayBatDau", iso(at));
        step.put("NgayKetThucTheoQuyDinh", iso(at.plusDays(2)));
        return step;
    }

    private String dossiers(String organisation, List<ObjectNode> data) {
        return envelope("DongBoHoSoMC", organisation, data);
    }

    private String steps(List<ObjectNode> data) {
        return envelope("CapNhatTienDoHoSoMC", "H48", data);
    }

    private String envelope(String service, String organisation, List<ObjectNode> data) {
        ObjectNode envelope = nodes.objectNode();
        envelope.put("session", "simulated");
        envelope.put("madonvi", organisation);
        envelope.put("service", service);
        envelope.put("isUpdating", false);
        envelope.putArray("data").addAll(data);
        try {
            return JSON.writeValueAsString(envelope);
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new IllegalStateException("a tree can always be written", e);
        }
    }

    private static String code(ObjectNode dossier) {
        return dossier.path("MaHoSo").asText();
    }

    private static String iso(LocalDateTime at) {
        return at.atOffset(VIETNAM).format(DateTimeFormatter.ISO_OFFSET_DATE_TIME);
    }
}
