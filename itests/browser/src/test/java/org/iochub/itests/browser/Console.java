package org.iochub.itests.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.results.Results;
import com.deque.html.axecore.selenium.AxeBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.support.ui.WebDriverWait;

/** A browser of its own, looking at the console. Waits for what it looks for; fails when that does not come. */
final class Console implements AutoCloseable {
    static final int WALL = 1920;
    static final int DESK = 1280;
    static final int PHONE = 390;
    private static final Map<Integer, Integer> HEIGHTS = Map.of(WALL, 1080, DESK, 900, PHONE, 844);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    final ChromeDriver driver;
    private final TestHub hub;

    Console(TestHub hub, Path profile) {
        this.hub = hub;
        ChromeOptions options = new ChromeOptions();
        options.addArguments(
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--disable-dev-shm-usage",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--hide-scrollbars",
                "--lang=vi",
                "--user-data-dir=" + profile.toAbsolutePath());
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        options.setCapability("goog:loggingPrefs", logs);
        // The program to run is named, so that nothing is looked for on the network.
        ChromeDriverService.Builder service = new ChromeDriverService.Builder();
        service.usingDriverExecutable(
                Path.of(Optional.ofNullable(System.getenv("HUB_BROWSER_DRIVER")).orElse("/usr/bin/chromedriver"))
                        .toFile());
        options.setBinary(Optional.ofNullable(System.getenv("HUB_BROWSER")).orElse("/usr/bin/chromium"));
        driver = new ChromeDriver(service.build(), options);
        driver.manage().timeouts().pageLoadTimeout(Duration.ofSeconds(30));
        width(DESK);
    }

    /** Opens a page by its address behind the #, such as {@code /sources/one}. */
    Console open(String page) {
        return open(page, "");
    }

    /** @param search such as {@code ?lang=en} */
    Console open(String page, String search) {
        driver.get(hub.url("/" + search + "#" + page).toString());
        return this;
    }

    /** Signs in by the form and waits for the frame. */
    Console signIn(String user) {
        open("/");
        type("#user", user);
        type("#password", TestHub.PASSWORD);
        click("form button.primary");
        find("nav");
        return this;
    }

    Console width(int pixels) {
        // The metrics of the page itself: a window has a frame and a least width.
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", pixels, "height", HEIGHTS.get(pixels), "deviceScaleFactor", 1, "mobile", false));
        driver.manage().window().setSize(new Dimension(pixels, HEIGHTS.get(pixels)));
        return this;
    }

    /** Dark or light, as the reader's system would say it. */
    Console dark(boolean dark) {
        driver.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", dark ? "dark" : "light"))));
        return this;
    }

    /** The first element that fits, once it is there and can be seen. */
    WebElement find(String css) {
        return waiting("nothing fits " + css)
                .until(now -> driver.findElements(By.cssSelector(css)).stream()
                        .filter(WebElement::isDisplayed)
                        .findFirst()
                        .orElse(null));
    }

    /** The first element of that kind that says this. */
    WebElement find(String css, String words) {
        return waiting("nothing that fits " + css + " says «" + words + "»")
                .until(now -> driver.findElements(By.cssSelector(css)).stream()
                        .filter(each -> each.isDisplayed() && each.getText().contains(words))
                        .findFirst()
                        .orElse(null));
    }

    Console click(String css) {
        find(css).click();
        return this;
    }

    Console click(String css, String words) {
        find(css, words).click();
        return this;
    }

    Console type(String css, String words) {
        WebElement field = find(css);
        field.clear();
        field.sendKeys(words);
        return this;
    }

    /** Lets a file go over a place, as a hand with a mouse does. */
    Console drop(String css, String name, String content) {
        script(
                "const data = new DataTransfer(); data.items.add(new File([arguments[2]], arguments[1]));"
                        + "for (const type of ['dragover', 'drop']) arguments[0].dispatchEvent("
                        + "new DragEvent(type, { dataTransfer: data, bubbles: true, cancelable: true }));",
                find(css),
                name,
                content);
        return this;
    }

    /** Picks a day; how one is typed is the browser's matter. */
    Console date(String css, String day) {
        script(
                "arguments[0].value = arguments[1]; arguments[0].dispatchEvent(new Event('input', { bubbles: true }))",
                find(css),
                day);
        return this;
    }

    /** What a link gives whoever signed in here: its media type and how it begins. */
    String fetched(String link) {
        return String.valueOf(driver.executeAsyncScript(
                "const done = arguments[1]; fetch(arguments[0]).then(async (answer) => done("
                        + "answer.headers.get('content-type') + ' ' + (await answer.text()).slice(0, 8)),"
                        + " (error) => done(String(error)))",
                find(link).getAttribute("href")));
    }

    /** Waits until the page says this somewhere. */
    Console says(String words) {
        waiting("the page does not say «" + words + "»:\n" + text()).until(now -> text().contains(words));
        return this;
    }

    Console saysNot(String words) {
        waiting("the page still says «" + words + "»").until(now -> !text().contains(words));
        return this;
    }

    String text() {
        return String.valueOf(script("return document.body.innerText"));
    }

    Object script(String code, Object... arguments) {
        return ((JavascriptExecutor) driver).executeScript(code, arguments);
    }

    private WebDriverWait waiting(String otherwise) {
        WebDriverWait wait = new WebDriverWait(driver, PATIENCE);
        wait.ignoring(org.openqa.selenium.StaleElementReferenceException.class).withMessage(otherwise);
        return wait;
    }

    /**
     * What every page has to be: nothing in the browser's log, nothing an accessibility checker minds, no sideways
     * scrolling, at three widths, light and dark, each with a screenshot.
     */
    Console assertSound(String name) {
        for (int pixels : List.of(WALL, DESK, PHONE)) {
            width(pixels);
            settle();
            screenshot(name + "-" + pixels);
            assertThat((Boolean) script("return document.documentElement.scrollWidth <= window.innerWidth"))
                    .as("%s scrolls sideways at %s pixels", name, pixels)
                    .isTrue();
            assertAccessible(name + " at " + pixels);
        }
        width(DESK).dark(true);
        settle();
        screenshot(name + "-dark");
        assertAccessible(name + " in the dark");
        dark(false);
        assertQuiet(name);
        return this;
    }

    /** Fonts are there, and one frame has been painted since. */
    void settle() {
        driver.executeAsyncScript("const done = arguments[0];"
                + "document.fonts.ready.then(() => requestAnimationFrame(() => requestAnimationFrame(() => done())))");
    }

    void assertAccessible(String name) {
        Results results = new AxeBuilder()
                .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"))
                .analyze(driver);
        assertThat(results.getViolations())
                .as(name)
                .extracting(rule -> rule.getId() + " " + rule.getHelp() + " "
                        + rule.getNodes().stream()
                                .map(node -> node.getHtml())
                                .limit(3)
                                .toList())
                .isEmpty();
    }

    /** Since the last call nothing was logged by the browser: no error, no refused resource, no broken policy. */
    void assertQuiet(String name) {
        assertThat(driver.manage().logs().get(LogType.BROWSER).getAll())
                .as("the browser's log of " + name)
                .filteredOn(entry -> entry.getLevel().intValue() >= Level.WARNING.intValue())
                .extracting(LogEntry::getMessage)
                .isEmpty();
    }

    /** What the browser logged is expected and forgotten: after a refusal, say. */
    void forgetLog() {
        driver.manage().logs().get(LogType.BROWSER);
    }

    Path screenshot(String name) {
        Path file = Path.of(System.getProperty("hub.screenshots"), name + ".png");
        try {
            Files.createDirectories(file.getParent());
            return Files.write(file, driver.getScreenshotAs(OutputType.BYTES));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        driver.quit();
    }
}
