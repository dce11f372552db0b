package org.iochub.itests.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.iochub.model.area.AreaRegistry;
import org.iochub.model.area.Areas;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The five places with all their simulated sources: each delivers, and what happened before the reform of 2025-07-01
 * stands in the units of its time, what happened after in those of now.
 */
class DemoTest {
    private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final LocalDate REFORM = LocalDate.parse("2025-07-01");
    private static final Pattern NEXT = Pattern.compile("<([^>]*)>; rel=\"next\"");
    private static final Areas AREAS = AreaRegistry.builtIn();

    @TempDir
    Path folder;

    @Test
    void everySourceDeliversAndEveryRecordStandsInAUnitOfItsTime() throws Exception {
        try (HubProcess hub = new HubProcess(folder.resolve("hub"))) {
            Path out = folder.resolve("demo.out");
            Process demo = hub.launch(out, "demo");
            try {
                await().atMost(Duration.ofSeconds(240))
                        .until(() -> !demo.isAlive() || Files.readString(out).contains("Every source has delivered"));
                assertThat(demo.isAlive()).as(Files.readString(out)).isTrue();
                List<JsonNode> events = events(hub);
                assertThat(events.stream()
                                .map(event -> event.path("tenant").asText())
                                .collect(Collectors.toSet()))
                        .contains("duc-pho", "quang-nam", "quang-ngai-city", "phan-rang-thap-cham", "quang-ngai");
                assertThat(events).allSatisfy(DemoTest::standsInAUnitOfItsTime);
                for (String place : List.of("duc-pho", "quang-nam", "quang-ngai-city", "phan-rang-thap-cham")) {
                    assertThat(sides(events, place)).as(place).containsExactlyInAnyOrder(true, false);
                }
                // A split commune's figures, rolled up to its heirs, say that they are estimates.
                assertThat(events)
                        .filteredOn(
                                event -> event.at("/data/obsStatus").asText().equals("E"))
                        .isNotEmpty();
                assertThat(hub.logLines()).noneMatch(line -> line.contains("| ERROR |"));
            } finally {
                demo.destroy();
                demo.waitFor(60, TimeUnit.SECONDS);
            }
        }
    }

    /** Whether there are records in units that ended with the reform, and in those that are there since. */
    private static Set<Boolean> sides(List<JsonNode> events, String tenant) {
        return events.stream()
                .filter(event -> event.path("tenant").asText().equals(tenant) && event.has("area"))
                .map(event -> LocalDate.parse(event.path("areafrom").asText()).isBefore(REFORM))
                .collect(Collectors.toSet());
    }

    private static void standsInAUnitOfItsTime(JsonNode event) {
        if (!event.has("area")) {
            return;
        }
        String code = event.path("area").asText();
        LocalDate from = LocalDate.parse(event.path("areafrom").asText());
        Optional<LocalDate> to = AREAS.byCode(code, from).orElseThrow().validTo();
        LocalDate day = OffsetDateTime.parse(event.path("time").asText())
                .atZoneSameInstant(VIETNAM)
                .toLocalDate();
        // A figure for a span may belong to a unit that ended within it: a plan for the year of the reform.
        String period = event.at("/data/period").asText("");
        LocalDate first = period.contains("/") ? LocalDate.parse(period.substring(0, 10)) : day;
        assertThat(!from.isAfter(day) && to.map(last -> !last.isBefore(first)).orElse(true))
                .as("%s of %s stands in %s, valid from %s to %s", event.path("subject"), day, code, from, to)
                .isTrue();
    }

    private static List<JsonNode> events(HubProcess hub) throws Exception {
        List<JsonNode> events = new ArrayList<>();
        URI address = hub.url("/api/v1/feeds/all?limit=10000");
        while (true) {
            HttpResponse<String> page = hub.get(address);
            assertThat(page.statusCode()).as(page.body()).isEqualTo(200);
            int before = events.size();
            new ObjectMapper().readTree(page.body()).forEach(events::add);
            if (events.size() == before) {
                return events;
            }
            Matcher next = NEXT.matcher(page.headers().firstValue("Link").orElseThrow());
            assertThat(next.find()).isTrue();
            address = URI.create(next.group(1));
        }
    }
}
