package org.iochub.simulators.http;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Writes petitions: mostly sound ones, and at fixed places in the sequence one of each kind of dirt. */
final class MadeUpPetitions {
    private record Subject(String code, String name, String text) {}

    private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final DateTimeFormatter DAY_FIRST =
            DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm:ss").withZone(VIETNAM);
    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ISO_LOCAL_DATE_TIME.withZone(VIETNAM);
    private static final List<Subject> SUBJECTS = List.of(
            new Subject("DD", "Đất đai", "Đề nghị làm rõ tiến độ cấp giấy chứng nhận quyền sử dụng đất"),
            new Subject("XD", "Xây dựng", "Phản ánh công trình xây dựng gây bụi và tiếng ồn ban đêm"),
            new Subject("GD", "Giáo dục", "Kiến nghị bổ sung chỗ học cho trẻ mầm non ở khu dân cư mới"),
            new Subject("YT", "Y tế", "Kiến nghị tăng giờ khám bệnh tại trạm y tế vào cuối tuần"));

    private final String prefix;
    private final String area;
    private final Random random;
    private int written;

    /** @param area code of the commune that petitions name */
    MadeUpPetitions(String prefix, String area, long seed) {
        this.prefix = prefix;
        this.area = area;
        this.random = new Random(seed);
    }

    /** The next petition; those of one sequence and seed are the same each time. */
    Map<String, String> next(Instant updated) {
        int n = ++written;
        Subject subject = SUBJECTS.get(random.nextInt(SUBJECTS.size()));
        Instant sent = updated.minus(60 + random.nextInt(72 * 60), ChronoUnit.MINUTES);
        String phone = "0900 000 " + String.format("%03d", random.nextInt(1000));
        Map<String, String> petition = new LinkedHashMap<>();
        petition.put("MaPhanAnh", prefix + "-" + String.format("%05d", n));
        petition.put("MaLinhVuc", subject.code());
        petition.put("TenLinhVuc", subject.name());
        petition.put("TieuDe", "Kiến nghị về " + subject.name().toLowerCase(java.util.Locale.ROOT));
        petition.put("NoiDung", subject.text() + ". Tôi là Nguyễn Văn Thử, liên hệ " + phone + ".");
        petition.put("TrangThai", Integer.toString(1 + random.nextInt(6)));
        petition.put("KetQuaXuLy", "Đã chuyển cơ quan có thẩm quyền xem xét");
        petition.put("DiaChi", "Tổ 1, khu dân cư mô phỏng");
        petition.put("MaXa", area);
        petition.put("KenhTiepNhan", "web");
        petition.put("NgayGui", offset(sent));
        petition.put("HanXuLy", offset(sent.plus(10, ChronoUnit.DAYS)));
        petition.put("NgayCapNhat", offset(updated));
        petition.put("DonViXuLy", "Cơ quan mô phỏng");
        petition.put("DanhGia", "0");
        petition.put("NguoiGui/MaTaiKhoan", "cd-" + (100 + random.nextInt(50)));
        petition.put("NguoiGui/HoTen", "Nguyễn Văn Thử");
        petition.put("NguoiGui/SoDienThoai", phone);
        petition.put("NguoiGui/Email", "nguoi.gui." + n + "@thu.example");
        soil(petition, n, sent);
        return petition;
    }

    private static void soil(Map<String, String> petition, int n, Instant sent) {
        String text = petition.get("NoiDung");
        switch (n % 40) {
            case 3 -> petition.put("NoiDung", Dirt.decomposed(text));
            case 7 -> petition.put("NoiDung", Dirt.mojibake(text));
            case 11 -> petition.put("TrangThai", "77");
            case 15 -> petition.put("NgayGui", DAY_FIRST.format(sent));
            case 19 -> petition.put("NgayGui", LOCAL.format(sent.truncatedTo(ChronoUnit.SECONDS)));
            case 23 -> petition.put("NgayGui", "2026-02-30T08:00:00+07:00");
            case 27 -> petition.remove("MaLinhVuc");
            case 31 -> petition.put("MaXa", "99999");
            case 35 -> petition.put("DanhGia", "rất hài lòng");
            case 39 -> petition.put("NoiDung", text + " Số định danh 001085000123, a < b & c.");
            default -> {
                // Most petitions are sound.
            }
        }
    }

    static String offset(Instant at) {
        return MadeUpReports.offset(at);
    }
}
