package org.iochub.itests.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;
import org.iochub.simulators.demo.BoardServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The example board, from an origin of its own, with a key that sees no personal data. */
@Timeout(300)
class BoardTest {
    private static final String SOURCE = "bang-dieu-hanh";
    private static final String AREA = "56";
    private static final BoardRecords RECORDS = new BoardRecords();
    /** Answers the first stream as a hub does whose log was cut behind the reader, and counts the snapshots. */
    private static final String GONE_ONCE = """
            window.snapshots = 0;
            const real = window.fetch;
            let gone = false;
            window.fetch = (...asked) => {
              const url = String(asked[0]);
              if (url.includes('/records/all')) window.snapshots += 1;
              if (url.includes('format=sse') && !gone) {
                gone = true;
                return Promise.resolve(new Response('{"status":410,"detail":"cũ"}', { status: 410 }));
              }
              return real(...asked);
            };
            """;

    private static BoardServer server;
    private static URI address;

    @TempDir
    Path profile;

    private final TestHub hub = TestHub.get();
    private Console console;

    @BeforeAll
    static void recordsAndServer() throws IOException {
        TestHub hub = TestHub.get();
        hub.configure("tenant-khanh-hoa", "name.vi = Tỉnh Khánh Hòa", "name.en = Khanh Hoa Province", "areas = 56");
        try (InputStream source = BoardTest.class.getResourceAsStream("/board-records.yaml")) {
            hub.deploy("board-records.yaml", source.readAllBytes());
        }
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> hub.state(SOURCE).equals("running"));
        hub.ingest(SOURCE, RECORDS.all());
        Path clone = Path.of(System.getProperty("hub.command")).getParent();
        server = new BoardServer(clone, hub.url(""), hub.boardPort());
        String key = hub.post("/api/v1/keys", "{\"name\":\"board\",\"read\":true,\"personal\":\"none\"}")
                .path("value")
                .asText();
        address = server.url(key, AREA);
    }

    @AfterAll
    static void end() {
        server.close();
    }

    @BeforeEach
    void open() {
        console = new Console(hub, profile);
    }

    @AfterEach
    void close() {
        console.close();
    }

    private void look(String search) {
        console.driver.get(address.toString().replace("/#", "/" + search + "#"));
        console.find(".state.live");
    }

    private void figure(String name, String value) {
        console.find("[data-figure='" + name + "']", value);
        assertThat(console.find("[data-figure='" + name + "']").getText())
                .as(name)
                .isEqualTo(value);
    }

    @Test
    void eachPanelShowsWhatTheFeedsSay() {
        look("");
        figure("on-time", "75%");
        figure("open", "5");
        figure("overdue", "1");
        figure("soon", "1");
        figure("waiting", "1");
        figure("report-in-process", "1");
        figure("report-closed", "1");
        figure("report-answered", "1");
        figure("reports-overdue", "1");
        assertThat(console.script("return document.querySelectorAll('.map .ring-of-reports').length"))
                .isEqualTo(2L);
        console.find(".station .aqi", "70");
        console.find(".station .values", "35");
        console.find(".station h3", "Trạm không khí Mẫu");
        console.find("[data-indicator='CT.01'] .name", "45%");
        figure("incidents", "2");
        figure("incident-critical", "1");
        console.find(".incidents .rows", "Cháy kho hàng Mẫu");
        assertThat(console.text()).doesNotContain("Sạt lở đã khắc phục Mẫu").doesNotContain("Tin mẫu đăng lại");
        figure("media", "3");
        console.find(".media .rows", "Tin mẫu về môi trường");
        console.find("h1", "Trung tâm điều hành thông minh");
        console.find(".place", "KHÁNH HÒA");
        console.assertSound("board");
    }

    @Test
    void followsTheFeedInBothLanguages() {
        look("?lang=en");
        console.find("h1", "Intelligent Operations Centre").isDisplayed();
        console.find("#dossiers h2", "Dossiers on time");
        console.assertSound("board-en");
        int before = reports();
        hub.ingest(SOURCE, RECORDS.oneReport("PA-SONG"));
        figure("reports", Integer.toString(before + 1));
        console.find("#reports .age", "just now");
        console.click(".language").find("#dossiers h2", "Hồ sơ đúng hạn");
        figure("reports", Integer.toString(before + 1));
        assertThat(asked()).isEqualTo("");
        console.assertQuiet("the board in both languages");
    }

    @Test
    void goesOnByItselfWhenTheHubComesBack() {
        look("");
        int before = reports();
        console.script("window.sameDocument = true");
        hub.goAway();
        console.find(".state.lost", "Mất kết nối");
        console.find(".alarm", "Số liệu dưới đây là của lúc");
        figure("reports", Integer.toString(before));
        console.assertAccessible("a board without its hub");
        console.screenshot("board-lost");
        hub.comeBack();
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> hub.state(SOURCE).equals("running"));
        hub.ingest(SOURCE, RECORDS.oneReport("PA-SAU-1"));
        hub.ingest(SOURCE, RECORDS.oneReport("PA-SAU-2"));
        console.find(".state.live", "Trực tiếp");
        figure("reports", Integer.toString(before + 2));
        assertThat(console.script("return window.sameDocument")).isEqualTo(true);
        console.forgetLog();
        hub.ingest(SOURCE, RECORDS.oneReport("PA-SAU-3"));
        figure("reports", Integer.toString(before + 3));
        console.assertQuiet("after the hub came back");
    }

    @Test
    void startsFromASnapshotAgainWhenItsPlaceIsGone() {
        console.driver.executeCdpCommand("Page.addScriptToEvaluateOnNewDocument", Map.of("source", GONE_ONCE));
        look("");
        assertThat(console.script("return window.snapshots")).isEqualTo(2L);
        int before = reports();
        hub.ingest(SOURCE, RECORDS.oneReport("PA-410"));
        figure("reports", Integer.toString(before + 1));
    }

    @Test
    void saysThatItsKeyIsMissingOrRefused() {
        console.driver.get(server.url().toString());
        console.find(".alarm", "#key=");
        console.assertQuiet("a board without a key");
        console.driver.get("about:blank");
        console.driver.get(server.url("hub_khong-ai-co", AREA).toString());
        console.find(".state.refused", "Bị từ chối");
        console.find(".alarm", "thử lại sau");
        console.forgetLog();
    }

    /** As the hub counts them. */
    private int reports() {
        int count = hub.get("/api/v1/records/citizen-report?area=" + AREA).size();
        figure("reports", Integer.toString(count));
        return count;
    }

    /** Hosts that were asked for anything but the board's own and the hub. */
    private Object asked() {
        return console.script(
                "return performance.getEntriesByType('resource').map((entry) => new URL(entry.name).origin)"
                        + ".filter((origin) => origin !== arguments[0] && origin !== arguments[1]).join(' ')",
                server.url().toString(),
                hub.url("").toString());
    }
}
