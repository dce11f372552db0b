package org.iochub.benchmarks.ingest;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Writes citizen reports, one a line, some 400 bytes each; the same seed gives the same bytes. */
public final class MadeUpReports {
    private record Subject(String code, String name, String text) {}

    private static final List<Subject> SUBJECTS = List.of(
            new Subject("GT01", "Giao thông", "Mặt đường có ổ gà lớn"),
            new Subject("MT02", "Môi trường", "Rác chưa được thu gom"),
            new Subject("CS03", "Chiếu sáng", "Đèn đường hỏng cả đoạn"),
            new Subject("TT04", "Trật tự đô thị", "Vỉa hè bị lấn chiếm"),
            new Subject("NU05", "Cấp thoát nước", "Cống tắc, nước tràn vào nhà"));
    private static final List<String> STATUSES = List.of("open", "acknowledged", "in_progress", "answered", "closed");
    private static final List<String> STREETS =
            List.of("Hùng Vương", "Phan Bội Châu", "Lê Lợi", "Trần Hưng Đạo", "Nguyễn Du");
    private static final List<String> WARDS = List.of("Cẩm Thành", "Nghĩa Lộ", "Trương Quang Trọng", "Kon Tum");
    /** In Quảng Ngãi since 2025-07-01. */
    private static final List<String> WARD_CODES = List.of("21025", "21028", "21172", "21034", "21211");

    private static final OffsetDateTime START = OffsetDateTime.parse("2026-01-01T07:00:00+07:00");

    private final Random random;
    private int written;

    public MadeUpReports(long seed) {
        this.random = new Random(seed);
    }

    /** The code of the report that is written as the n-th, from 0. */
    static String code(int n) {
        return "PA-2026-%07d".formatted(n);
    }

    /** Files with so many reports in all, in order. */
    public List<Path> write(Path folder, int reports, int perFile) throws IOException {
        List<Path> files = new ArrayList<>();
        for (int left = reports; left > 0; left -= perFile) {
            Path file = folder.resolve("reports-%04d.ndjson".formatted(files.size()));
            try (JsonGenerator out =
                    new JsonFactory().createGenerator(Files.newOutputStream(file), JsonEncoding.UTF8)) {
                out.setPrettyPrinter(new MinimalPrettyPrinter("\n"));
                for (int i = Math.min(left, perFile); i > 0; i--) {
                    next(out);
                }
                out.writeRaw('\n');
            }
            files.add(file);
        }
        return files;
    }

    private void next(JsonGenerator out) throws IOException {
        int n = written++;
        Subject subject = pick(SUBJECTS);
        OffsetDateTime requested = START.plusSeconds(20L * n);
        out.writeStartObject();
        out.writeStringField("service_request_id", code(n));
        out.writeStringField("status", pick(STATUSES));
        out.writeStringField("service_code", subject.code());
        out.writeStringField("service_name", subject.name());
        out.writeStringField("description", subject.text() + " trước nhà số " + random.nextInt(900) + ".");
        out.writeStringField("requested_datetime", requested.toString());
        out.writeStringField(
                "updated_datetime",
                requested.plusMinutes(1 + random.nextInt(5_000)).toString());
        out.writeStringField("address", (1 + random.nextInt(200)) + " " + pick(STREETS) + ", " + pick(WARDS));
        out.writeStringField("ward", pick(WARD_CODES));
        out.writeNumberField("lat", degrees(15.12));
        out.writeNumberField("long", degrees(108.80));
        out.writeStringField("channel", "app");
        out.writeEndObject();
    }

    private double degrees(double centre) {
        return Math.round((centre + random.nextDouble() / 20) * 1e6) / 1e6;
    }

    private <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }
}
