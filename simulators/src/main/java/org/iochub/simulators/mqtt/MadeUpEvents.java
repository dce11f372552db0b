package org.iochub.simulators.mqtt;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** Writes what might happen in a citizens' app; the same for the same seed. Nobody in it exists. */
final class MadeUpEvents {
    private static final DateTimeFormatter WRITTEN =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssXXX").withZone(ZoneOffset.ofHours(7));
    private static final List<String> TEXTS = List.of(
            "Đèn đường hỏng nhiều đêm, đi lại rất nguy hiểm",
            "Rác thải sinh hoạt chưa được thu gom ba ngày",
            "Xe tải đậu lấn chiếm vỉa hè trước cổng trường",
            "Cống thoát nước bị tắc, mưa là ngập");
    private static final List<String> WARDS =
            List.of("Phường Cẩm Thành", "Phường Nghĩa Lộ", "Phường Trương Quang Trọng");

    private final Random random;
    private int count;

    MadeUpEvents(long seed) {
        this.random = new Random(seed);
    }

    /** A report, its handling, an answer and a rating, as the app tells of them. */
    List<Publication> story(Instant sent) {
        String id = String.format(Locale.ROOT, "KN-%05d", ++count);
        List<Publication> story = new ArrayList<>();
        story.add(report(id, sent, sent, "moi"));
        story.add(report(id, sent, sent.plus(Duration.ofMinutes(20)), "dang-xu-ly"));
        if (random.nextInt(3) > 0) {
            story.add(comment(
                    id, sent.plus(Duration.ofMinutes(40)), "co-quan", "Đã cử tổ công tác kiểm tra hiện trường."));
            story.add(report(id, sent, sent.plus(Duration.ofMinutes(50)), "da-xong"));
            story.add(rating(id, sent.plus(Duration.ofMinutes(60)), Integer.toString(1 + random.nextInt(5))));
        }
        if (random.nextInt(8) == 0) {
            // A broker may deliver twice.
            story.add(story.get(story.size() - 1));
        }
        return story;
    }

    private Publication report(String id, Instant sent, Instant updated, String status) {
        int number = Integer.parseInt(id.substring(3));
        String ward = WARDS.get(number % WARDS.size());
        return Publication.of(
                "ket-noi/phan-anh",
                "{\"event\":\"report\",\"report\":\"" + id + "\",\"category\":{\"code\":\"HT0" + (1 + number % 4)
                        + "\",\"name\":\"Hạ tầng đô thị\"},\"text\":\"" + TEXTS.get(number % TEXTS.size())
                        + ", số điện thoại 0900 000 " + String.format(Locale.ROOT, "%03d", number % 1000)
                        + "\",\"status\":\"" + status + "\",\"address\":\"" + (1 + number % 90) + " Quang Trung, "
                        + ward
                        + ", Quảng Ngãi\",\"lat\":" + String.format(Locale.ROOT, "%.5f", 15.12 + number % 50 / 10000.0)
                        + ",\"lon\":" + String.format(Locale.ROOT, "%.5f", 108.80 + number % 40 / 10000.0)
                        + ",\"sentAt\":\"" + WRITTEN.format(sent) + "\",\"updatedAt\":\"" + WRITTEN.format(updated)
                        + "\",\"agency\":\"Phòng Kinh tế, Hạ tầng và Đô thị\",\"user\":{\"id\":\"nd-" + number % 17
                        + "\",\"name\":\"Người Dân " + number + "\",\"phone\":\"0900000" + number % 1000 + "\"}}");
    }

    private static Publication comment(String id, Instant at, String by, String text) {
        return Publication.of(
                "ket-noi/binh-luan",
                "{\"event\":\"comment\",\"report\":\"" + id + "\",\"at\":\"" + WRITTEN.format(at) + "\",\"by\":\"" + by
                        + "\",\"text\":\"" + text + "\"}");
    }

    private static Publication rating(String id, Instant at, String stars) {
        return Publication.of(
                "ket-noi/danh-gia",
                "{\"event\":\"rating\",\"report\":\"" + id + "\",\"at\":\"" + WRITTEN.format(at) + "\",\"stars\":"
                        + stars + "}");
    }

    /** Every kind of dirt once, about the first report and some that never were. */
    List<Publication> dirt(Instant at) {
        String first = "KN-00001";
        Publication sound = report("KN-90001", at, at, "moi");
        String text = new String(sound.payload(), StandardCharsets.UTF_8);
        return List.of(
                rating(first, at, "9"),
                rating(first, at, "\"tốt\""),
                rating("KN-99999", at, "4"),
                report("KN-90002", at, at, "la-hoac"),
                Publication.of(
                        "ket-noi/phan-anh",
                        text.replace("90001", "90003").replace("\"sentAt\":\"2", "\"sentAt\":\"x2")),
                Publication.of(
                        "ket-noi/phan-anh", text.replace("90001", "90004").replace("\"lat\":", "\"lat\":9")),
                Publication.of("ket-noi/phan-anh", text.substring(0, text.length() / 2)),
                Publication.of("ket-noi/la", "{\"event\":\"like\",\"report\":\"" + first + "\"}"),
                new Publication("ket-noi/la", text.getBytes(StandardCharsets.UTF_16)));
    }
}
