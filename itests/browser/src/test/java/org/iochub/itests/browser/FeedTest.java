package org.iochub.itests.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(300)
class FeedTest {
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
    void followsLiveAndFilters() {
        hub.push("mot-cua-5");
        console.signIn("theodoi").open("/feed").find(".badge", "Trực tiếp");
        String code = hub.push("mot-cua-6");
        console.says(code);
        console.assertSound("feed");

        console.open("/feed?source=mot-cua-5").find(".badge", "Trực tiếp");
        console.find("td a", "mot-cua-5");
        String other = hub.push("mot-cua-6");
        String own = hub.push("mot-cua-5");
        console.says(own);
        assertThat(console.text()).doesNotContain(other);
        console.assertQuiet("the filtered feed");
    }

    @Test
    void oneRecordWithItsVersionsAndWhereTheyCameFrom() {
        String code = hub.push("mot-cua-6");
        console.signIn("theodoi").open("/feed").says(code);
        console.click("td.main a").find("h1", "Hồ sơ một cửa");
        console.find("#versions");
        console.find("#lineage");
        console.says("data[").says("dossierCode").says("Mã hồ sơ").says("Đang xử lý 4");
        console.assertSound("record");
        console.open("/records/dossier/khong-co").find("[role=alert]", "Không có bản ghi này");
    }
}
