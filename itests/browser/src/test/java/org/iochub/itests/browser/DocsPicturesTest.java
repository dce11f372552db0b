package org.iochub.itests.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** The pictures that {@code docs/} shows are of the console as it is, with made-up data. */
@Timeout(300)
class DocsPicturesTest {
    private static final Path DOCS = Path.of("../../docs");
    private static final Path PICTURES = DOCS.resolve("pictures");
    private static final Pattern PICTURE = Pattern.compile("!\\[([^\\]]*)]\\(([^)\\s]+)\\)");
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    @TempDir
    Path profile;

    private record Shown(Path page, String words, String target) {}

    @Test
    void everyPictureThatAPageShowsIsThereAndSaysWhatItShows() throws IOException {
        List<Shown> all = shown();
        assertThat(all).isNotEmpty();
        assertThat(all)
                .as("pictures of the docs; written with -Ddocs.shots.write=true -Dtest=DocsPicturesTest")
                .allSatisfy(each -> {
                    assertThat(each.page().resolveSibling(each.target())).isRegularFile();
                    assertThat(each.words())
                            .as("the words of %s in %s", each.target(), each.page())
                            .isNotBlank();
                });
        try (Stream<Path> pictures = Files.list(PICTURES)) {
            assertThat(pictures.map(Path::normalize))
                    .as("pictures that no page shows")
                    .isSubsetOf(all.stream()
                            .map(each ->
                                    each.page().resolveSibling(each.target()).normalize())
                            .toList());
        }
    }

    private static List<Shown> shown() throws IOException {
        try (Stream<Path> pages = Files.walk(DOCS)) {
            return pages.filter(page -> page.toString().endsWith(".md"))
                    .flatMap(page -> PICTURE.matcher(read(page)).results().map(found -> shown(page, found)))
                    .filter(each -> !each.target().contains("://"))
                    .toList();
        }
    }

    private static Shown shown(Path page, MatchResult found) {
        return new Shown(page, found.group(1), found.group(2));
    }

    private static String read(Path page) {
        try {
            return Files.readString(page);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Takes them anew. */
    @Test
    @EnabledIfSystemProperty(named = "docs.shots.write", matches = "true")
    void areTaken() throws IOException {
        TestHub hub = TestHub.get();
        try (Console console = new Console(hub, profile)) {
            hub.deploy(FieldReports.FILE, FieldReports.adapter("1.0.0", "moi: received"));
            await().atMost(PATIENCE).until(() -> hub.state(FieldReports.SOURCE).equals("running"));
            hub.ingest(FieldReports.SOURCE, FieldReports.message("moi", "dang-sua", "moi", "dang-sua"));
            await().atMost(PATIENCE)
                    .until(() ->
                            hub.get("/api/v1/quality?limit=1000").toString().contains(FieldReports.SOURCE));
            console.signIn("vanhanh").find("a", FieldReports.SOURCE);
            take(console, "overview");
            console.open("/sources/" + FieldReports.SOURCE).find("[aria-labelledby=messages] td.main");
            take(console, "source");
            console.open("/alerts").find(".alerts li");
            take(console, "alerts");
            console.open("/quarantine?source=" + FieldReports.SOURCE).find("td button", "Chạy lại");
            take(console, "quarantine");
            console.click("[aria-labelledby=entries] td.main a").find("pre.raw mark", "dang-sua");
            take(console, "quarantine-entry");
            console.open("/deployments")
                    .drop(
                            ".drop",
                            FieldReports.FILE,
                            FieldReports.adapter("1.0.1", "moi: received, dang-sua: in-process"));
            console.find("#plan button.primary");
            take(console, "deployments");
            console.open("/quality").find(".words span", "Đúng");
            take(console, "quality");
            String today = LocalDate.now(ZoneId.of("Asia/Ho_Chi_Minh")).toString();
            console.open("/reports").date("#report-from", today).date("#report-to", today);
            console.click("form button.primary").find("td.main a", "–");
            take(console, "reports");
        } finally {
            hub.undeploy(FieldReports.FILE);
        }
    }

    private static void take(Console console, String name) throws IOException {
        Files.createDirectories(PICTURES);
        console.width(Console.DESK).settle();
        Files.copy(
                console.screenshot("docs-" + name),
                PICTURES.resolve(name + ".png"),
                StandardCopyOption.REPLACE_EXISTING);
    }
}
