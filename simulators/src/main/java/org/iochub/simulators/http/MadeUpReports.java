package org.iochub.simulators.http;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Writes field reports: mostly sound ones, and at fixed places in the sequence one of each kind of dirt. */
final class MadeUpReports {
    private record Subject(String code, String name, String text) {}

    private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ISO_LOCAL_DATE_TIME.withZone(VIETNAM);
    private static final List<Subject> SUBJECTS = List.of(
            new Subject("GT01", "Hạ tầng giao thông", "Mặt đường có ổ gà lớn, xe máy dễ ngã khi trời mưa"),
            new Subject("MT02", "Vệ sinh môi trường", "Rác thải sinh hoạt chưa được thu gom nhiều ngày"),
            new Subject("CS03", "Chiếu sáng công cộng", "Đèn đường bị hỏng cả đoạn, buổi tối rất tối"),
            new Subject("TT04", "Trật tự đô thị", "Hàng quán lấn chiếm vỉa hè, người đi bộ phải xuống lòng đường"),
            new Subject("NU05", "Cấp thoát nước", "Cống thoát nước bị tắc, nước ngập vào nhà dân"));
    private static final List<String> STATUSES =
            List.of("open", "open", "acknowledged", "in_progress", "in_progress", "answered", "closed", "closed");
    private static final List<String> STREETS =
            List.of("Hùng Vương", "Phan Bội Châu", "Lê Lợi", "Trần Hưng Đạo", "Nguyễn Du");

    private final Random random;
    private int written;

    MadeUpReports(long seed) {
        this.random = new Random(seed);
    }

    /** The next report; {@code reports} of one sequence and seed are the same each time. */
    Map<String, Object> next(String jurisdiction, Place place, Instant updated) {
        int n = ++written;
        Subject subject = SUBJECTS.get(random.nextInt(SUBJECTS.size()));
        Instant requested = updated.minus(random.nextInt(72 * 60), ChronoUnit.MINUTES);
        String phone = "0900 000 " + String.format("%03d", random.nextInt(1000));
        boolean former = random.nextInt(5) == 0;
        List<String> units = former ? place.formerUnits() : place.units();
        String street = STREETS.get(random.nextInt(STREETS.size()));
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("service_request_id", jurisdiction + "-" + String.format("%06d", n));
        report.put("jurisdiction_id", jurisdiction);
        report.put("status", STATUSES.get(random.nextInt(STATUSES.size())));
        report.put("status_notes", "Đã chuyển đơn vị phụ trách xem xét");
        report.put("service_code", subject.code());
        report.put("service_name", subject.name());
        report.put("description", subject.text() + ". Liên hệ: " + phone + ".");
        report.put("agency_responsible", "Tổ tiếp nhận (mô phỏng)");
        report.put("requested_datetime", offset(requested));
        report.put("updated_datetime", offset(updated));
        report.put("expected_datetime", offset(requested.plus(5, ChronoUnit.DAYS)));
        report.put(
                "address", (1 + random.nextInt(200)) + " " + street + ", " + units.get(random.nextInt(units.size())));
        report.put("lat", place.latitude() + (random.nextDouble() - 0.5) / 50);
        report.put("long", place.longitude() + (random.nextDouble() - 0.5) / 50);
        report.put("media_url", "https://anh.phan-anh.example/" + n + ".jpg");
        report.put("account_id", "tk-" + (100 + random.nextInt(50)));
        report.put("first_name", "Người Gửi");
        report.put("phone", phone);
        report.put("email", "nguoi.gui." + n + "@thu.example");
        soil(report, n, requested);
        return report;
    }

    private static void soil(Map<String, Object> report, int n, Instant requested) {
        String text = report.get("description").toString();
        switch (n % 40) {
            case 3 -> report.put("description", Dirt.decomposed(text));
            case 7 -> report.put("description", Dirt.halfComposed(text));
            case 11 -> report.put("description", Dirt.mojibake(text));
            case 15 -> report.put("status", "pending_review_2");
            case 19 -> {
                report.put("lat", 0);
                report.put("long", 0);
            }
            case 23 -> report.put("requested_datetime", "2026-02-30T08:00:00+07:00");
            case 27 -> report.put("service_request_id", List.of("khong", "phai", "ma"));
            case 31 -> report.put("requested_datetime", LOCAL.format(requested.truncatedTo(ChronoUnit.SECONDS)));
            case 35 -> {
                report.put("lat", "15,121");
                report.put("long", String.valueOf(report.get("long")));
            }
            case 5, 25 -> {
                report.put("extended_status", n % 40 == 5 ? "INVESTIGATING" : "duplicate");
                report.put("media_url", List.of(picture(n, 1, requested), picture(n, 2, requested)));
            }
            case 39 -> {
                report.put("lat", null);
                report.put("long", null);
                report.put("address", "");
                report.put("media_url", null);
            }
            default -> {
                // Most reports are sound.
            }
        }
    }

    /** A picture with what some servers say of it. */
    private static Map<String, Object> picture(int n, int number, Instant requested) {
        Map<String, Object> picture = new LinkedHashMap<>();
        picture.put("url", "https://anh.phan-anh.example/" + n + "-" + number + ".jpg");
        picture.put("content_type", "image/jpeg");
        picture.put("size", 180_000 + n * 1_000 + number);
        picture.put("taken_datetime", number == 1 ? offset(requested.minus(2, ChronoUnit.MINUTES)) : "hôm qua");
        return picture;
    }

    static String offset(Instant at) {
        return at.truncatedTo(ChronoUnit.SECONDS).atZone(VIETNAM).format(DateTimeFormatter.ISO_OFFSET_DATE_TIME);
    }
}
