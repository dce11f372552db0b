package org.iochub.simulators.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes documents and status messages: mostly sound ones, and at fixed places one of each kind of dirt. */
final class MadeUpDocuments {
    /** What a status message needs to know of a document. */
    private record Sent(String organ, String code, String day, String id) {}

    private record Kind(String notation, String name, String subject) {}

    private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy/MM/dd");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy/MM/dd HH:mm:ss");
    private static final DateTimeFormatter DAY_FIRST = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    private static final List<Kind> KINDS = List.of(
            new Kind("UBND-KGVX", "Công văn", "Về việc tăng cường chuyển đổi số trong cơ quan nhà nước"),
            new Kind("QĐ-UBND", "Quyết định", "Ban hành Quy chế vận hành Trung tâm điều hành thông minh"),
            new Kind("KH-UBND", "Kế hoạch", "Triển khai nhiệm vụ phát triển kinh tế - xã hội"),
            new Kind("BC-STTTT", "Báo cáo", "Kết quả kết nối dữ liệu các phân hệ chức năng"),
            new Kind("TB-VP", "Thông báo", "Kết luận cuộc họp giao ban đầu tuần"));
    private static final List<String> STATUSES = List.of("01", "03", "04", "05", "06", "02");
    private static final int EVERY = 30;

    private final Random random;
    private final List<Sent> sent = new ArrayList<>();
    private int written;

    MadeUpDocuments(long seed) {
        this.random = new Random(seed);
    }

    /** The next message; those of one sequence and seed are the same each time. */
    String next(String organ, Instant at) {
        int n = ++written;
        if (n % 3 == 0 && !sent.isEmpty()) {
            return status(n, organ, at);
        }
        return document(n, organ, at);
    }

    private String status(int n, String organ, Instant at) {
        Sent about = sent.get(random.nextInt(sent.size()));
        String code = STATUSES.get(random.nextInt(STATUSES.size()));
        switch (n % EVERY) {
            case 9 -> code = "13";
            case 12 -> code = "15";
            // A code that nobody published.
            case 15 -> code = "09";
            case 18 -> code = "16";
            default -> {
                // An ordinary one.
            }
        }
        Map<String, String> response = new LinkedHashMap<>();
        response.put("OrganId", about.organ());
        response.put("Code", about.code());
        response.put("PromulgationDate", about.day());
        response.put("DocumentId", about.id());
        Map<String, String> status = new LinkedHashMap<>();
        status.put("From", organ(organ));
        status.put("StatusCode", code);
        status.put("Description", "Đã cập nhật trạng thái");
        status.put("Timestamp", n % 2 == 0 ? Long.toString(at.toEpochMilli()) : TIME.format(at.atZone(VIETNAM)));
        status.put(
                "StaffInfo",
                EdxmlWriter.tags(Map.of("Department", "Văn thư"))
                        + EdxmlWriter.tags(Map.of("Staff", "Cán bộ Văn thư")));
        return EdxmlWriter.status(response, status);
    }

    private String document(int n, String receiver, Instant at) {
        Kind kind = KINDS.get(random.nextInt(KINDS.size()));
        LocalDate day = LocalDate.ofInstant(at, VIETNAM).minusDays(random.nextInt(3));
        String organ = n % 2 == 0 ? "000.00.00.H48" : "H48.12";
        String number = Integer.toString(100 + n);
        String written = DAY.format(day);
        String code = number + "/" + kind.notation();
        String id = organ + "," + DAY.format(day) + "," + code;
        Map<String, String> header = new LinkedHashMap<>();
        header.put("From", organ(organ));
        header.put("To", organ(receiver));
        header.put("Code", code(number, kind.notation()));
        header.put("PromulgationInfo", promulgated(written));
        header.put("DocumentType", EdxmlWriter.tags(ordered("Type", "1", "TypeName", kind.name(), "TypeDetail", "0")));
        header.put("Subject", kind.subject() + " (số " + number + ")");
        header.put("Content", "N/A");
        header.put("SignerInfo", EdxmlWriter.tags(ordered("Competence", "Chủ tịch", "FullName", "Người Ký")));
        header.put("DueDate", DAY.format(day.plusDays(10)));
        header.put("OtherInfo", EdxmlWriter.tags(ordered("Priority", "0", "PageAmount", "2")));
        header.put("SteeringType", "0");
        header.put("DocumentId", id);
        String business = EdxmlWriter.tags(ordered("BussinessDocType", "0", "BussinessDocReason", "Văn bản mới"));
        byte[] content = ("Nội dung mô phỏng của văn bản " + code).getBytes(StandardCharsets.UTF_8);
        EdxmlWriter.File file =
                new EdxmlWriter.File("van-ban-" + n + ".pdf", "application/pdf", "tep-" + n, base64(content));
        boolean complete = true;
        switch (n % EVERY) {
            case 2 -> header.put("PromulgationInfo", promulgated(DAY_FIRST.format(day)));
            case 4 ->
                header.put(
                        "PromulgationInfo",
                        promulgated(Long.toString(
                                day.atTime(9, 30).atZone(VIETNAM).toInstant().toEpochMilli())));
            case 5 -> header.put("PromulgationInfo", promulgated(written + " 16:45:00"));
            case 7 -> header.put("DocumentId", new UUID(random.nextLong(), random.nextLong()).toString());
            case 8 -> {
                header.put("Code", code("0", "UBND"));
                header.put("DocumentId", "N/A");
            }
            case 10 -> {
                code = number + "-TB/TU";
                header.put("Code", code(number, "TB/TU"));
                header.put("DocumentId", organ + "," + DAY.format(day) + "," + code);
            }
            case 11 ->
                file = new EdxmlWriter.File(file.name(), file.type(), file.id(), base64(zipped(file.name(), content)));
            case 13 -> {
                header.put("DueDate", "0");
                header.put("OtherInfo", EdxmlWriter.tags(ordered("Priority", "N/A", "PageAmount", "0")));
                header.put("DocumentType", EdxmlWriter.tags(ordered("Type", "0", "TypeName", kind.name())));
            }
            case 14 -> header.put("Subject", Dirt.decomposed(header.get("Subject")));
            case 16 -> header.put("Subject", Dirt.mojibake(header.get("Subject")));
            case 17 -> header.put("PromulgationInfo", promulgated("2026/02/30"));
            case 19 -> complete = false;
            case 20 -> header.put("Subject", "N/A");
            case 22 ->
                business = EdxmlWriter.tags(ordered("BussinessDocType", "1", "BussinessDocReason", "Thu hồi văn bản"));
            case 23 ->
                business = EdxmlWriter.tags(ordered("BussinessDocType", "2", "BussinessDocReason", "Cập nhật văn bản"));
            case 25 -> file = new EdxmlWriter.File(file.name(), file.type(), file.id(), "khong phai base64 !!!");
            default -> {
                // Most documents are sound.
            }
        }
        if (n % EVERY == 22 && !sent.isEmpty()) {
            Sent taken = sent.get(random.nextInt(sent.size()));
            header.put("From", organ(taken.organ()));
            header.put("DocumentId", taken.organ() + "," + taken.day() + "," + taken.code());
        } else if (n % EVERY != 17 && n % EVERY != 20 && n % EVERY != 8) {
            sent.add(new Sent(organ, code, DAY.format(day), header.get("DocumentId")));
        }
        return EdxmlWriter.document(header, business, TIME.format(at.atZone(VIETNAM)), List.of(file), complete);
    }

    private static Map<String, String> ordered(String... namesAndValues) {
        Map<String, String> map = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            map.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return map;
    }

    private static String organ(String id) {
        return EdxmlWriter.tags(
                ordered("OrganId", id, "OrganizationInCharge", "Văn phòng", "OrganName", "Cơ quan mô phỏng " + id));
    }

    private static String code(String number, String notation) {
        return EdxmlWriter.tags(ordered("CodeNumber", number, "CodeNotation", notation));
    }

    private static String promulgated(String date) {
        return EdxmlWriter.tags(ordered("Place", "Quảng Ngãi", "PromulgationDate", date));
    }

    private static String base64(byte[] content) {
        return Base64.getMimeEncoder().encodeToString(content);
    }

    private static byte[] zipped(String name, byte[] content) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            // A fixed time, so that a seed gives the same bytes each time.
            ZipEntry entry = new ZipEntry(name);
            entry.setTime(0);
            zip.putNextEntry(entry);
            zip.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
