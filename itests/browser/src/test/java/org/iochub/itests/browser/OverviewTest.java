package org.iochub.itests.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(300)
class OverviewTest {
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
    void showsWhatNeedsAPersonAndEverySource() {
        console.signIn("theodoi");
        console.find("#attention");
        console.find(".attention", "sai-cau-hinh").getText();
        console.says("có lẽ là «quang-ngai»").says("Tỉnh Quảng Ngãi").says("Tỉnh Vĩnh Long");
        console.find(".sources th", "mot-cua-1");
        console.assertSound("overview");
        console.open("/", "?lang=en").says("Needs a person").says("Vinh Long Province");
        console.assertSound("overview-en");
    }

    @Test
    void followsByItself() {
        console.signIn("theodoi").saysNot("mot-cua-them");
        hub.configure("source-mot-cua-them", TestHub.dossiers("vinh-long"));
        try {
            console.find(".sources th", "mot-cua-them");
            console.assertQuiet("the live overview");
        } finally {
            hub.unconfigure("source-mot-cua-them");
        }
        console.saysNot("mot-cua-them");
    }

    @Test
    void anOwnerSeesOnlyItsAuthority() {
        console.signIn("donvi").says("Tỉnh Quảng Ngãi");
        assertThat(console.text()).doesNotContain("mot-cua-6", "Tỉnh Vĩnh Long");
    }
}
