package org.iochub.itests.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(300)
class MapTest {
    private static final String SOURCE = "source-canh-bao";

    @TempDir
    Path profile;

    @TempDir
    Path alerts;

    private final TestHub hub = TestHub.get();
    private Console console;

    @BeforeEach
    void open() throws IOException {
        console = new Console(hub, profile);
        hub.configure(
                SOURCE,
                "adapter = urban-security",
                "tenant = quang-ngai",
                "url = " + alerts.toUri(),
                "period = 1s",
                "within = 51");
    }

    @AfterEach
    void close() {
        hub.unconfigure(SOURCE);
        console.close();
    }

    /** An alert at a place of Quảng Ngãi, or with its coordinates at sea. */
    private void alert(String identifier, String headline, String circle) throws IOException {
        String cap = """
                <alert xmlns="urn:oasis:names:tc:emergency:cap:1.2">
                  <identifier>%s</identifier><sender>thu-nghiem.example</sender>
                  <sent>2026-03-01T20:00:00+07:00</sent>
                  <status>Actual</status><msgType>Alert</msgType><scope>Public</scope>
                  <info><language>vi-VN</language><category>Fire</category><event>Cháy</event>
                    <urgency>Immediate</urgency><severity>Severe</severity><certainty>Observed</certainty>
                    <headline>%s</headline>
                    <area><areaDesc>Phường Đức Phổ, tỉnh Quảng Ngãi</areaDesc><circle>%s</circle>
                      <geocode><valueName>maDVHC</valueName><value>21439</value></geocode></area></info>
                </alert>
                """.formatted(identifier, headline, circle);
        Path part = Files.writeString(alerts.resolve(identifier + ".part"), cap);
        Files.move(part, alerts.resolve(identifier + ".xml"), StandardCopyOption.ATOMIC_MOVE);
    }

    @Test
    void showsPlacesAndFollowsThem() throws IOException {
        alert("thu-1", "Cháy thử nghiệm số một", "14.81,108.95 1");
        console.signIn("theodoi").open("/map").find(".in-view button", "Cháy thử nghiệm số một");
        console.find(".badge", "Trực tiếp");
        console.find(".label", "Quần đảo Hoàng Sa\n(Việt Nam)");
        console.find(".label", "Quần đảo Trường Sa\n(Việt Nam)");
        assertThat(console.script("return document.querySelectorAll('.map path.province').length"))
                .isEqualTo(34L);
        alert("thu-2", "Cháy thử nghiệm số hai", "15.12,108.80 1");
        console.find(".in-view button", "Cháy thử nghiệm số hai");
        assertThat(console.script("return document.querySelectorAll('.map .place.type-incident').length > 0"))
                .isEqualTo(true);
        console.assertSound("map");

        console.click(".in-view button", "Cháy thử nghiệm số hai").find(".chosen-place", "đang diễn ra");
        console.find(".map .place.selected");
        console.assertAccessible("a chosen place");
        console.click(".chosen-place a").find("h1", "Sự cố, cảnh báo");
        console.assertQuiet("from the map to the record");
    }

    @Test
    void isFilteredByTypeAreaAndOutlines() throws IOException {
        alert("thu-3", "Cháy thử nghiệm số ba", "14.81,108.95 1");
        console.signIn("theodoi").open("/map?area=51", "?lang=en").find(".in-view button", "Cháy thử nghiệm số ba");
        console.find(".label.chosen", "Quảng Ngãi");
        console.assertSound("map-area-en");
        console.click(".legend button", "Incident").saysNot("Cháy thử nghiệm số ba");
        console.open("/map?outlines=former", "?lang=en").find(".label", "Hoàng Sa archipelago\n(Viet Nam)");
        console.script("window.scrollTo(0, 0)");
        console.find("select#outlines");
        assertThat(console.script("return document.querySelectorAll('.map path.province').length"))
                .isEqualTo(63L);
        console.open("/map?area=48", "?lang=en").says("There is no record here.");
        console.assertQuiet("the filtered map");
    }
}
