package org.iochub.simulators.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class JsonServiceTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-02T01:00:00Z"), ZoneOffset.UTC);
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @Test
    void pagesTogetherGiveEveryTaskOnce() throws Exception {
        try (TaskSimulator tasks = new TaskSimulator(5, CLOCK)) {
            Set<String> codes = new HashSet<>();
            int rows = 0;
            for (int page = 1; page <= 3; page++) {
                for (JsonNode task : get(tasks, "/api/v1/nhiem-vu?soDong=50&trang=" + page, "/duLieu")) {
                    codes.add(task.path("maNhiemVu").asText());
                    rows++;
                }
            }
            assertThat(rows).isEqualTo(tasks.count());
            assertThat(codes).hasSize(tasks.count());
        }
    }

    @Test
    void aChangeIsFoundByItsTimeAndKeepsTheCode() throws Exception {
        try (AgricultureSimulator service = new AgricultureSimulator(5, CLOCK)) {
            String since = "/api/ban-tin?soDong=50&capNhatTu=2026-03-02%2008:00:00";
            assertThat(get(service, since, "/banTin")).isEmpty();
            service.change(5);
            JsonNode changed = get(service, since, "/banTin");
            assertThat(changed).hasSize(1);
            assertThat(changed.get(0).path("maODich").asText()).isEqualTo("OD-00005");
            assertThat(changed.get(0).path("trangThai").asText()).isEqualTo("dang-xu-ly");
        }
    }

    @Test
    void countsOfPermitsAreToldApart() throws Exception {
        try (ConstructionSimulator service = new ConstructionSimulator(5, CLOCK)) {
            Set<String> counts = new HashSet<>();
            int permits = 0;
            for (JsonNode entry : get(service, "/api/du-lieu?soDong=500", "/ketQua")) {
                if (entry.path("loai").asText().equals("GIAY_PHEP")) {
                    counts.add(entry.path("ky") + " " + entry.path("maDiaPhuong") + " " + entry.path("loaiGiayPhep"));
                    permits++;
                }
            }
            assertThat(permits).isPositive();
            assertThat(counts).hasSize(permits);
        }
    }

    @Test
    void aSeedGivesTheSameLogEachTime() throws Exception {
        String all = "/api/nhat-ky-bao-cao?soDong=500";
        try (ReportingSystemSimulator one = new ReportingSystemSimulator(5, CLOCK);
                ReportingSystemSimulator two = new ReportingSystemSimulator(5, CLOCK);
                ReportingSystemSimulator other = new ReportingSystemSimulator(6, CLOCK)) {
            JsonNode log = get(one, all, "/duLieu/nhatKy");
            assertThat(log).hasSize(one.count()).isEqualTo(get(two, all, "/duLieu/nhatKy"));
            assertThat(log).isNotEqualTo(get(other, all, "/duLieu/nhatKy"));
        }
    }

    private static JsonNode get(JsonService service, String path, String pointer) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(service.url() + path))
                .timeout(Duration.ofSeconds(20))
                .build();
        return new ObjectMapper()
                .readTree(CLIENT.send(request, HttpResponse.BodyHandlers.ofString())
                        .body())
                .at(pointer);
    }
}
