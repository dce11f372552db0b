package org.iochub.simulators.push;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Thirty days of a province's one-stop centre up to a moment: most dossiers in time, some late, some on their way. */
final class OneStopDay {
    private record Procedure(String code, String name, String fieldCode, String field, int days) {}

    private static final int DAYS = 30;
    private static final DateTimeFormatter CODE_DAY = DateTimeFormatter.ofPattern("yyMMdd");
    private static final ZoneOffset VIETNAM = ZoneOffset.ofHours(7);
    private static final List<Procedure> PROCEDURES = List.of(
            new Procedure("1.001612", "Đăng ký thành lập hộ kinh doanh", "KH01", "Hộ kinh doanh", 3),
            new Procedure("1.004193", "Cấp giấy phép xây dựng nhà ở riêng lẻ", "XD02", "Xây dựng", 15),
            new Procedure("2.000815", "Chứng thực bản sao từ bản chính", "TP05", "Tư pháp", 1),
            new Procedure("1.005394", "Đăng ký biến động quyền sử dụng đất", "DD03", "Đất đai", 10),
            new Procedure("1.001776", "Trợ cấp xã hội hằng tháng", "BT04", "Bảo trợ xã hội", 7));

    /** As the list of organisations names them. */
    static final List<String> OFFICES = List.of("H48.08", "H48.07", "H48.06", "H48.02", "H48.03");

    private final Random random;
    private final LocalDateTime now;
    private int written;

    OneStopDay(long seed, LocalDateTime now) {
        this.random = new Random(seed);
        this.now = now.withNano(0);
    }

    List<ObjectNode> dossiers(int many) {
        List<ObjectNode> all = new ArrayList<>();
        for (int i = 0; i < many; i++) {
            all.add(next(now.minusMinutes(30 + random.nextInt(DAYS * 24 * 60))));
        }
        return all;
    }

    /** One that has just come in. */
    ObjectNode received() {
        return next(now);
    }

    private ObjectNode next(LocalDateTime received) {
        Procedure procedure = PROCEDURES.get(random.nextInt(PROCEDURES.size()));
        // The centre takes most of them.
        String office = OFFICES.get(Math.min(OFFICES.size() - 1, random.nextInt(8)) * (random.nextInt(3) > 0 ? 1 : 0));
        LocalDateTime due = received.plusDays(procedure.days());
        boolean late = random.nextInt(100) < 6;
        LocalDateTime ended = late
                ? due.plusHours(3 + random.nextInt(60))
                : received.plusMinutes(60 + (long) (random.nextDouble() * (procedure.days() * 24 * 60 - 60)));
        ObjectNode dossier = JsonNodeFactory.instance.objectNode();
        dossier.put(
                "MaHoSo",
                "%s-%s-%05d"
                        .formatted(
                                office,
                                CODE_DAY.format(received),
                                ++written
                                        + (received.equals(now)
                                                ? now.toLocalTime().toSecondOfDay()
                                                : 0)));
        dossier.put("MaTTHC", procedure.code());
        dossier.put("TenTTHC", procedure.name());
        dossier.put("MaLinhVuc", procedure.fieldCode());
        dossier.put("TenLinhVuc", procedure.field());
        dossier.put("ChuHoSo", "Người nộp mẫu " + written);
        dossier.put("LoaiDoiTuong", "1");
        dossier.put("TrichYeuHoSo", "Hồ sơ mẫu số " + written);
        dossier.put("NgayTiepNhan", iso(received));
        dossier.put("NgayHenTra", iso(due));
        dossier.put("HinhThuc", random.nextInt(3) > 0 ? "1" : "0");
        dossier.put("DonViXuLy", office);
        if (ended.isBefore(now)) {
            dossier.put("TrangThaiHoSo", random.nextBoolean() ? "9" : "10");
            dossier.put("NgayKetThucXuLy", iso(ended));
            dossier.put("NgayCapNhat", iso(ended));
        } else {
            dossier.put("TrangThaiHoSo", random.nextInt(8) == 0 ? "5" : "4");
            dossier.put("NgayCapNhat", iso(received));
        }
        return dossier;
    }

    private static String iso(LocalDateTime at) {
        return at.withNano(0).atOffset(VIETNAM).format(DateTimeFormatter.ISO_OFFSET_DATE_TIME);
    }
}
