package org.iochub.itests.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.WindowType;

/** What people on duty do: mend, replay, deploy, judge, report. */
@Timeout(300)
class OperationsPagesTest {
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    @TempDir
    Path profile;

    private final TestHub hub = TestHub.get();
    private Console console;

    @BeforeEach
    void open() {
        console = new Console(hub, profile);
    }

    @AfterEach
    void close() {
        console.close();
    }

    /** The whole way: dropped, refused for a code it does not know, mended, replayed by group. */
    @Test
    void aDroppedAdapterIsMendedAndWhatItRefusedIsReplayed() {
        try {
            console.signIn("vanhanh").find("h1", "Tổng quan");
            String overview = console.driver.getWindowHandle();
            console.driver.switchTo().newWindow(WindowType.TAB);
            console.width(Console.DESK).open("/deployments").find("#deploy-file");
            console.assertSound("deployments");

            console.drop(".drop", FieldReports.FILE, FieldReports.adapter("1.0.0", "moi: received"));
            console.find("#plan .badge.good", "Chấp nhận");
            console.find("#plan dd", FieldReports.SOURCE);
            assertThat(hub.state(FieldReports.SOURCE))
                    .as("nothing happens by a plan")
                    .isEqualTo("none");
            console.assertSound("deployments-plan");
            console.click("#plan button.primary").find("#verdict .badge.good", "Chấp nhận");
            console.find("td.main", FieldReports.FILE);
            console.assertSound("deployments-verdict");
            String deployments = console.driver.getWindowHandle();
            console.driver.switchTo().window(overview);
            console.find("a", FieldReports.SOURCE);
            console.assertQuiet("the overview, which a source came to");
            console.driver.switchTo().window(deployments);

            await().atMost(PATIENCE).until(() -> hub.state(FieldReports.SOURCE).equals("running"));
            hub.ingest(FieldReports.SOURCE, FieldReports.message("moi", "dang-sua", "dang-sua"));
            String group = "/quarantine?source=" + FieldReports.SOURCE;
            console.open(group).find("td.main a", FieldReports.SOURCE);
            console.assertSound("quarantine");
            console.open(group, "?lang=en").says("By source, stage and reason").assertQuiet("quarantine in English");
            console.open(group).click("[aria-labelledby=entries] td.main a").find("pre.raw mark", "dang-sua");
            console.assertSound("quarantine-entry");

            console.open("/deployments")
                    .drop(
                            ".drop",
                            FieldReports.FILE,
                            FieldReports.adapter("1.0.1", "moi: received, dang-sua: in-process"));
            console.find("#plan dd", "1.0.0 → 1.0.1");
            console.click("#plan button.primary").find("#verdict .badge.good", "Chấp nhận");
            await().atMost(PATIENCE).until(() -> hub.state(FieldReports.SOURCE).equals("running"));

            console.open(group).click("td button", "Chạy lại").find("dialog h2", "Chạy lại 2 bản ghi?");
            console.assertAccessible("the question before a replay");
            console.click("dialog button.primary").find("h1", "Lượt");
            console.find(".badge", "Xong");
            console.find("td", "Đã ghi");
            console.assertSound("replay");
            console.open(group).says("Không có bản ghi nào bị cách ly.").assertQuiet("quarantine, settled");
            console.open("/replays").find("td.main a", "Chạy lại bản ghi cách ly");
            console.assertSound("replays");
            console.open("/replays", "?lang=en")
                    .says("Replay of refused records")
                    .assertQuiet("replays in English");
        } finally {
            hub.undeploy(FieldReports.FILE);
        }
    }

    @Test
    void aWrongFileIsRefusedByItsPlan() {
        console.signIn("vanhanh").open("/deployments", "?lang=en").drop(".drop", "khong-dung.yaml", "kind: nothing\n");
        console.find("#plan .badge.bad", "Refused");
        assertThat(console.find("#plan button.primary").isEnabled()).isFalse();
        console.assertSound("deployments-refused-en");
    }

    @Test
    void anAlertIsSeenTakenAndOver() {
        String source = "bao-dong-thu";
        hub.configure("source-" + source, "adapter = dossiers", "tenant = quang-ngay");
        try {
            console.signIn("vanhanh").open("/alerts").find(".alerts li.bad a", source);
            console.click(".alerts button[aria-label*='" + source + "']").type("dialog input", "Đang gọi đơn vị");
            console.assertAccessible("taking an alert");
            console.click("dialog button.primary").find(".alerts .badge.good", "đang xử lý");
            console.assertSound("alerts");
            console.open("/alerts", "?lang=en").find(".alerts .badge.good", "takes care of it");
            hub.configure("source-" + source, TestHub.dossiers("quang-ngai"));
            await().atMost(PATIENCE).until(() -> hub.state(source).equals("running"));
            hub.push(source);
            console.find("[aria-labelledby=past] td.main a", source);
            console.assertSound("alerts-over-en");
        } finally {
            hub.unconfigure("source-" + source);
        }
    }

    @Test
    void theScorecardLeadsToTheRecordsBehindANumber() {
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofSeconds(1))
                .until(() -> hub.get("/api/v1/quality?limit=1000").toString().contains("mot-cua-1"));
        console.signIn("theodoi").open("/quality").find("h2", "mot-cua-1");
        console.find(".words span", "Đúng");
        console.assertSound("quality");
        console.click("details summary")
                .click("details td.number a[href*='measure=timely']")
                .find("td.main a");
        console.says("đến muộn").assertSound("quality-behind");
        console.open("/quality", "?lang=en").find(".words span", "Right");
        console.assertQuiet("quality in English");
        console.open("/quality?day=2020-01-01").says("Ngày này chưa có gì để chấm.");
    }

    @Test
    void aReportOfAPeriodIsMadeShownAndDownloaded() {
        String today = LocalDate.now(ZoneId.of("Asia/Ho_Chi_Minh")).toString();
        console.signIn("vanhanh").open("/reports").find("#report-from");
        console.date("#report-from", today).date("#report-to", today).click("form button.primary");
        console.find("td.main a", "–");
        console.assertSound("reports");
        assertThat(console.fetched("a[href*='format=pdf']")).startsWith("application/pdf %PDF");
        assertThat(console.fetched("a[href*='format=xlsx']"))
                .contains("spreadsheetml")
                .contains(" PK");
        console.open("/reports", "?lang=en").says("Reports that are kept").assertQuiet("reports in English");
        console.driver.get(console.find("td.main a").getAttribute("href"));
        console.says("Quảng Ngãi").assertSound("report");
    }

    @Test
    void aShadowRunsBesideItsAdapter() {
        console.signIn("vanhanh").open("/shadows").says("Không có bản thử nào.").assertSound("shadows");
        console.open("/shadows", "?lang=en").says("There are no shadows.").assertQuiet("shadows in English");
    }
}
