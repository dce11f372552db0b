package org.iochub.itests.browser;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Made-up records of what the board shows, and the figures that must come of them. */
final class BoardRecords {
    private final OffsetDateTime now = OffsetDateTime.now(ZoneOffset.ofHours(7)).truncatedTo(ChronoUnit.SECONDS);
    private final List<ObjectNode> records = new ArrayList<>();
    private long sending;

    /** Everything but what comes later, as one message. */
    String all() {
        area("22741", "Phường Mẫu Một", 11.57, 108.98);
        area("22759", "Phường Mẫu Hai", 11.61, 109.02);
        // Three of four in time; of five on the way one is overdue, one due soon, one waits for papers.
        through("HS-1", Duration.ofDays(-2), Duration.ofDays(-3));
        through("HS-2", Duration.ofDays(-2), Duration.ofDays(-4));
        through("HS-3", Duration.ofDays(-1), Duration.ofDays(-1));
        through("HS-4", Duration.ofDays(-5), Duration.ofDays(-4));
        open("HS-5", 4, Duration.ofDays(-1));
        open("HS-6", 4, Duration.ofHours(5));
        open("HS-7", 4, Duration.ofDays(6));
        open("HS-8", 2, Duration.ofDays(7));
        open("HS-9", 5, Duration.ofDays(-3));
        report("PA-1", "received", "22741", Duration.ofDays(2));
        report("PA-2", "received", "22741", Duration.ofDays(2));
        report("PA-3", "in-process", "22759", Duration.ofDays(-1));
        report("PA-4", "closed", "22759", Duration.ofDays(-1));
        report("PA-5", "answered", "22759", Duration.ofDays(1));
        record("facility", "TRAM-1").put("ten", "Trạm không khí Mẫu").put("luc", at(Duration.ofDays(-100)));
        // The mean is 35: halfway between what is 50 and what is 100 on the index, less a tenth. The invalid one counts
        // nothing.
        observation(30, true, Duration.ofMinutes(-20));
        observation(40, true, Duration.ofMinutes(-10));
        observation(400, false, Duration.ofMinutes(-5));
        int year = now.getYear();
        indicator("plan", 2000, year + "-01-01/" + year + "-12-31", year + "-12-31");
        indicator("cumulative", 700, year + "-01-01/" + year + "-05-31", year + "-05-31");
        indicator("cumulative", 900, year + "-01-01/" + year + "-06-30", year + "-06-30");
        incident("SC-1", "critical", "active", "Cháy kho hàng Mẫu");
        incident("SC-2", "low", "updated", "Ngập đường Mẫu");
        incident("SC-3", "high", "resolved", "Sạt lở đã khắc phục Mẫu");
        media("tin-1", "Tin mẫu về môi trường", "");
        media("tin-2", "Tin mẫu về giao thông", "");
        media("tin-3", "Tin mẫu đăng lại", "tin-1");
        return message();
    }

    String oneReport(String code) {
        report(code, "received", "22741", Duration.ofDays(2));
        return message();
    }

    private void area(String code, String name, double latitude, double longitude) {
        record("area", code).put("ten", name).put("viDo", latitude).put("kinhDo", longitude);
    }

    private void through(String code, Duration due, Duration ended) {
        open(code, 10, due).put("xong", at(ended));
    }

    private ObjectNode open(String code, int status, Duration due) {
        return record("dossier", code)
                .put("donVi", "H50.01")
                .put("trangThai", status)
                .put("luc", at(Duration.ofDays(-10)))
                .put("han", at(due));
    }

    private void report(String code, String status, String commune, Duration expected) {
        record("report", code)
                .put("trangThai", status)
                .put("xa", commune)
                .put("han", at(expected))
                .put("viDo", 11.5)
                .put("kinhDo", 108.9);
    }

    private void observation(double value, boolean valid, Duration when) {
        record("observation", "TRAM-1").put("giaTri", value).put("hopLe", valid).put("luc", at(when));
    }

    private void indicator(String measure, double value, String period, String end) {
        record("indicator", "CT.01")
                .put("ten", "Sản lượng mẫu")
                .put("soLieu", measure)
                .put("giaTri", value)
                .put("ky", period)
                .put("het", end + "T23:59:59+07:00");
    }

    private void incident(String code, String severity, String status, String title) {
        record("incident", code).put("mucDo", severity).put("trangThai", status).put("ten", title);
    }

    private void media(String code, String title, String repeats) {
        ObjectNode item = record("media", code).put("ten", title);
        item.putArray("chuDe").add("Thời sự");
        if (!repeats.isEmpty()) {
            item.put("dangLai", repeats);
        }
    }

    private ObjectNode record(String kind, String code) {
        ObjectNode record = JsonNodeFactory.instance
                .objectNode()
                .put("loai", kind)
                .put("ma", code)
                .put("luc", at(Duration.ofHours(-1)))
                .put("lan", ++sending);
        records.add(record);
        return record;
    }

    private String at(Duration from) {
        return now.plus(from).toString();
    }

    private String message() {
        String message = records.stream().map(ObjectNode::toString).collect(Collectors.joining("\n"));
        records.clear();
        return message;
    }
}
