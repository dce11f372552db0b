package org.iochub.itests.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(300)
class SignInTest {
    @TempDir
    Path profile;

    private Console console;

    @BeforeEach
    void open() {
        console = new Console(TestHub.get(), profile);
    }

    @AfterEach
    void close() {
        console.close();
    }

    @Test
    void refusesAndThenLetsInAndOut() {
        console.open("/").find("h1", "Đăng nhập");
        console.assertSound("sign-in");

        console.type("#user", "theodoi").type("#password", "sai mật khẩu").click("form button.primary");
        console.find("[role=alert]", "không đúng");
        console.forgetLog();
        console.type("#password", TestHub.PASSWORD).click("form button.primary");
        console.find("h1", "Tổng quan");
        console.find(".account", "theodoi");
        console.assertQuiet("after signing in");

        console.click(".account button").find("h1", "Đăng nhập");
        console.open("/feed").find("h1", "Đăng nhập");
        console.assertQuiet("after signing out");
    }

    @Test
    void inEnglishAndWithAKey() {
        console.open("/", "?lang=en").find("h1", "Sign in");
        console.script("document.querySelectorAll('input[type=radio]')[1].click()");
        console.type("#key", TestHub.ADMIN_KEY).click("form button.primary");
        console.find("h1", "Overview");
        console.find(".account", "Administrator");
        assertThat(console.script("return document.documentElement.lang")).isEqualTo("en");

        console.click("button.language").find("h1", "Tổng quan");
        assertThat(console.driver.getCurrentUrl()).doesNotContain("lang=en");
        assertThat(console.script("return document.cookie"))
                .as("no script reads the session")
                .isEqualTo("");
        console.assertQuiet("with a key");
    }
}
