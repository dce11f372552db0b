package org.iochub.itests.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(300)
class SourceTest {
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

    @Test
    void showsHowItDoesAndWhatItBrought() {
        hub.push("mot-cua-1");
        console.signIn("vanhanh").open("/sources/mot-cua-1").find("h1", "mot-cua-1");
        console.find(".uplot canvas");
        console.find("#messages");
        console.find("td.main");
        console.says("org.iochub.source-mot-cua-1.cfg");
        console.assertSound("source");
        console.open("/sources/mot-cua-1", "?lang=en").says("Latest messages").says("Public services");
        console.assertQuiet("the source in English");
    }

    @Test
    void isStoppedAndStartedByClicking() {
        console.signIn("vanhanh").open("/sources/mot-cua-4").find(".badge", "Đang chạy");
        console.click("main button", "Dừng").find("dialog h2", "Dừng nguồn mot-cua-4?");
        console.assertAccessible("the question");
        console.click("dialog button", "Không");
        assertThat(hub.state("mot-cua-4")).isEqualTo("running");

        console.click("main button", "Dừng").click("dialog button.danger");
        console.find(".badge", "Đã dừng");
        assertThat(hub.state("mot-cua-4")).isEqualTo("stopped");
        console.click("main button", "Cho chạy").find(".badge", "Đang chạy");
        assertThat(hub.state("mot-cua-4")).isEqualTo("running");
        console.assertQuiet("stopping and starting");
    }

    @Test
    void isConfiguredWithTheMistakeBesideItsKey() {
        console.signIn("vanhanh").open("/sources/mot-cua-3").click("#configuration ~ .actions button", "Sửa");
        console.type("#key-tenant", "quang-ngay").click("dialog button.primary");
        console.find("#key-tenant-error", "có lẽ là «quang-ngai»");
        console.assertAccessible("the form with a mistake");
        // A refused request is an error in the browser's log; it is what this was about.
        console.forgetLog();
        console.type("#key-tenant", "vinh-long").click("dialog button.primary");
        console.find("dl.facts dd", "vinh-long");
        console.saysNot("có lẽ là");
        console.find(".badge", "Đang chạy");
        console.assertQuiet("writing a configuration");
        hub.configure("source-mot-cua-3", TestHub.dossiers("quang-ngai"));
    }

    @Test
    void whoMayNotSteerSeesNoButtons() {
        console.signIn("theodoi").open("/sources/mot-cua-1").find(".badge", "Đang chạy");
        assertThat(console.text()).doesNotContain("Khởi động lại", "org.iochub.source-mot-cua-1.cfg");
        console.open("/sources/khong-co").find("[role=alert]", "Không có nguồn này");
    }
}
