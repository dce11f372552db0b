package org.iochub.itests.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What the hub knows besides records: areas, authorities, keys, the audit trail, deliveries. */
@Timeout(300)
class RegisterTest {
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
    void areasOverTime() {
        console.signIn("theodoi").open("/areas").click(".pick-list a", "Tỉnh Quảng Ngãi");
        console.find(".neighbours a", "Tỉnh Kon Tum");
        console.find("td.main a", "Xã Tịnh Khê");
        console.assertSound("areas");

        console.click(".neighbours a", "Tỉnh Kon Tum").find("#unit", "Tỉnh Kon Tum");
        assertThat(console.driver.getCurrentUrl()).contains("at=2025-06-30", "code=62");
        console.find(".neighbours a", "Tỉnh Quảng Ngãi");

        console.type("#words", "tinh khe").find("td.main a", "Xã Tịnh Khê");
        console.open("/areas?code=62&at=2026-01-01", "?lang=en").find("#unit", "is not valid on 1 Jan 2026");
        console.assertSound("areas-en");
    }

    @Test
    void authoritiesWithWhoIsOnDuty() {
        hub.configure(
                "tenant-thu-nghiem",
                "name.vi = Tỉnh thử nghiệm",
                "name.en = Test Province",
                "areas = 48",
                "contact.environment = Phòng thử nghiệm",
                "dutyRoster = 00:00-24:00 Tổ trực một, 25:00 Tổ trực hai");
        hub.configure(
                "tenant-da-het",
                "name.vi = Huyện đã hết",
                "name.en = Former District",
                "validTo = 2025-06-30",
                "successor = thu-nghiem");
        try {
            console.signIn("theodoi").open("/tenants").find("#now");
            console.find(".roster .now", "Tổ trực một");
            console.says("Tài nguyên và môi trường").says("Phòng thử nghiệm").says("Đã kết thúc");
            assertThat(console.find(".roster li:not(.now)", "Tổ trực hai").getText())
                    .doesNotContain("Đang trực");
            console.assertSound("tenants");
            console.click("dd a", "Tỉnh thử nghiệm").find("a.button", "Mọi cơ quan");
            console.saysNot("Huyện đã hết");
            console.open("/tenants", "?lang=en").says("On duty now").says("Test Province");
            console.assertQuiet("the authorities in English");
        } finally {
            hub.unconfigure("tenant-thu-nghiem");
            hub.unconfigure("tenant-da-het");
        }
    }

    @Test
    void aKeyIsMadeReplacedAndTakenBack() {
        console.signIn("quantri").open("/keys").find("td.main", "admin");
        console.click(".head button.primary").type("#key-name", "Khóa thử");
        console.click("dialog label", "Hồ sơ một cửa").type("#key-requests", "60");
        console.assertAccessible("the form of a key");
        console.screenshot("key-form");
        console.click("dialog button.primary").find("#value");
        String value = console.find("#value").getAttribute("value");
        assertThat(value).hasSizeGreaterThan(20);
        console.assertAccessible("the value of a key");
        console.click("dialog button.primary").find("td.main", "Khóa thử");
        assertThat(console.script("return document.documentElement.outerHTML").toString())
                .as("the value is gone from the page")
                .doesNotContain(value);
        console.says("dossier").says("tối đa 60 yêu cầu/phút");
        console.assertSound("keys");

        console.click("[aria-label='Thay khóa Khóa thử']")
                .click("dialog button.primary")
                .find("#value");
        console.click("dialog button.primary").click("[aria-label='Thu hồi khóa Khóa thử']");
        console.find("dialog h2", "Thu hồi khóa");
        console.click("dialog button.danger").says("Đã thu hồi");
        console.assertQuiet("the keys");
        console.open("/keys", "?lang=en").says("Usable keys");
    }

    @Test
    void theTrailIsFilteredAndVerified() {
        console.signIn("quantri").open("/audit?action=createKey").find("td code");
        console.click("button", "Kiểm tra chuỗi").find(".badge.good", "Nguyên vẹn");
        console.assertSound("audit");
        console.open("/audit?actor=khong-ai").says("Không có mục nào như vậy.");
        console.open("/audit", "?lang=en").click("button", "Check the chain").find(".badge.good", "Intact");
        console.assertQuiet("the trail");
    }

    @Test
    void deliveriesAreSteered() {
        hub.configure("tap-nen-tang", "kind = mqtt", "url = tcp://127.0.0.1:1", "types = dossier");
        hub.post(
                "/api/v1/subscriptions",
                "{\"name\":\"Trung tâm thử\",\"address\":\"https://noi-nhan.example/hub\",\"type\":\"dossier\"}");
        try {
            console.signIn("vanhanh").open("/deliveries").find(".delivery", "Trung tâm thử");
            console.find(".delivery .badge", "Chờ nơi nhận đồng ý");
            console.find("#taps");
            console.find(".delivery.warn[aria-label=nen-tang] .badge", "Đang chờ nơi nhận");
            console.assertSound("deliveries");
            console.click("[aria-label=nen-tang] button", "Tạm dừng").find(".delivery.idle h3", "nen-tang");
            console.click(".delivery.idle button", "Gửi lại…").find("dialog h2", "Gửi lại: nen-tang");
            console.assertAccessible("where to send from again");
            console.click("dialog button.primary").find("dialog h2", "Đổi chỗ gửi của nen-tang?");
            console.click("dialog button.danger").says("Đã đổi chỗ gửi của nen-tang.");
            console.click(".delivery.idle button", "Gửi tiếp");
            console.find("[aria-label=nen-tang]:not(.idle) h3", "nen-tang");
            console.assertQuiet("the deliveries");
            console.open("/deliveries", "?lang=en").says("Waits for consent");
        } finally {
            hub.unconfigure("tap-nen-tang");
        }
    }

    @Test
    void whoMayNotHasNoSuchPages() {
        console.signIn("theodoi");
        assertThat(console.find("nav").getText()).doesNotContain("Khóa truy cập", "Nhật ký", "Gửi ra ngoài");
        for (String page : new String[] {"/keys", "/audit", "/deliveries"}) {
            console.open(page).find("h1", "Bạn không xem được trang này");
        }
    }
}
