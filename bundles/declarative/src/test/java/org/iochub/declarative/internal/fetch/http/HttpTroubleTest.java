package org.iochub.declarative.internal.fetch.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.iochub.declarative.internal.fetch.Rig.patiently;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.iochub.declarative.internal.DeclaredSettings;
import org.iochub.declarative.internal.fetch.Rig;
import org.iochub.declarative.internal.fetch.WebHost;
import org.iochub.declarative.internal.fetch.WebHost.Reply;
import org.iochub.testkit.TestHub;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HttpTroubleTest {
    private static final String GOOD = "{\"items\":[{\"id\":\"a\"}]}";
    private final WebHost server = new WebHost(asked -> Reply.json(GOOD));
    private TestHub<DeclaredSettings> hub;

    @AfterEach
    void stop() {
        if (hub != null) {
            hub.close();
        }
        server.close();
    }

    @Test
    void waitsForASourceThatIsDownAndReadsItWhenItIsUp() throws Exception {
        server.down();
        start("");
        waiting("cannot be connected");
        server.up();
        patiently().untilAsserted(() -> assertThat(hub.codes()).containsExactly("a"));
    }

    @Test
    void givesUpAServerThatHangs() throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        server.answer(asked -> {
            await(never);
            return Reply.status(500);
        });
        start("timeout: 300ms");
        waiting("did not answer in time");
        never.countDown();
        server.answer(asked -> Reply.json(GOOD));
        patiently().untilAsserted(() -> assertThat(hub.codes()).containsExactly("a"));
    }

    @ParameterizedTest
    @CsvSource({
        "401, check the key in the setting \"token\"",
        "403, check the key in the setting \"token\"",
        "404, check the address",
        "429, ask less often",
        "500, tell those who run it",
        "204, ''"
    })
    void saysWhatTheStatusMeans(int status, String sentence) throws Exception {
        server.answer(asked -> Reply.status(status));
        start("auth: { bearer: '{{token}}' }");
        if (status == 204) {
            patiently().untilAsserted(() -> assertThat(hub.timesUpToDate()).isPositive());
            assertThat(hub.taken()).isEmpty();
            return;
        }
        waiting(sentence);
        assertThat(hub.waitings().get(0).vi()).contains("HTTP " + status);
        assertThat(hub.waitings().toString()).doesNotContain("bi-mat");
        server.answer(asked -> Reply.json(GOOD));
        patiently().untilAsserted(() -> assertThat(hub.codes()).containsExactly("a"));
    }

    @Test
    void leavesASourceAloneAsLongAsItAsks() throws Exception {
        server.answer(asked -> Reply.status(429).with("Retry-After", "3600"));
        start("");
        waiting("429");
        // The tick comes every 50 ms: what would be asked again is asked by then.
        WebHost clock = new WebHost(asked -> Reply.json(GOOD));
        try (clock) {
            TestHub<DeclaredSettings> other = Rig.hub(fetch(""), Rig.ITEMS);
            other.start(Rig.settings("url", clock.url(), "token", "secret:x"), Clock.systemUTC());
            patiently().untilAsserted(() -> assertThat(clock.asked()).hasSizeGreaterThan(5));
            other.close();
        }
        assertThat(server.asked()).hasSize(1);
    }

    @Test
    void aWebPageIsNoData() throws Exception {
        server.answer(asked -> new Reply(
                200,
                Map.of("Content-Type", "text/html"),
                "\n<!DOCTYPE html><html><body>Đăng nhập</body></html>".getBytes(StandardCharsets.UTF_8)));
        start("");
        waiting("web page");
        assertThat(hub.taken()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"items\":[{\"id\":\"a\"},{\"id\":", "{\"items\":[}]"})
    void brokenJsonIsNoPage(String body) throws Exception {
        server.answer(asked -> Reply.json(body));
        start("paging: { page: { parameter: page } }");
        waiting("not a whole JSON document");
        assertThat(hub.taken()).isEmpty();
    }

    @Test
    void whatTheFormatCannotReadIsNoPage() throws Exception {
        server.answer(asked -> new Reply(200, Map.of(), "không phải JSON".getBytes(StandardCharsets.UTF_8)));
        start("paging: { page: { parameter: page } }");
        waiting("not in the declared format");
        assertThat(hub.taken()).isEmpty();
    }

    @Test
    void takesNoMoreThanAllowed() throws Exception {
        server.answer(asked -> Reply.json("[" + " ".repeat((1 << 20) + 1) + "]"));
        start("maxMegabytes: 1");
        waiting("larger than 1048576 bytes");
        server.answer(asked -> Reply.json("{\"items\":[{\"id\":\"big\"}]" + " ".repeat(1_040_000) + "}"));
        patiently().untilAsserted(() -> assertThat(hub.codes()).containsExactly("big"));
    }

    @Test
    void largeAnswersGoThroughAFileThatIsGoneAfterwards() throws Exception {
        server.answer(asked -> Reply.json("{\"items\":[{\"id\":\"big\"}]" + " ".repeat(3 << 20) + "}"));
        hub = Rig.hub(fetch(""), Rig.ITEMS);
        hub.refuse(id -> true);
        hub.start(settings(), Clock.systemUTC());
        patiently().untilAsserted(() -> assertThat(hub.refused()).isPositive());
        hub.refuse(id -> false);
        patiently().untilAsserted(() -> assertThat(hub.codes()).containsExactly("big"));
        hub.stop();
        String[] left =
                new File(System.getProperty("java.io.tmpdir")).list((folder, name) -> name.startsWith(Body.prefix()));
        assertThat(left).isEmpty();
    }

    @Test
    void followsRedirectsButTakesNoKeyElsewhere() throws Exception {
        try (WebHost elsewhere = new WebHost(asked -> Reply.json(GOOD))) {
            server.answer(asked -> asked.path().equals("/items")
                    ? Reply.status(307).with("Location", "/moved")
                    : Reply.status(302).with("Location", elsewhere.url() + "/there"));
            start(
                    "auth: { header: { name: X-Key, value: '{{token}}' } }\nheaders: { X-Other: '{{token}}', X-Open: 'yes' }");
            patiently().untilAsserted(() -> assertThat(hub.codes()).containsExactly("a"));
            assertThat(server.asked().get(1).header("X-Key")).isEqualTo("bi-mat");
            assertThat(elsewhere.asked().get(0).headers()).doesNotContainKeys("X-key", "X-other");
            assertThat(elsewhere.asked().get(0).header("X-Open")).isEqualTo("yes");
        }
    }

    @Test
    void followsRedirectsOnlySoFar() throws Exception {
        server.answer(asked -> Reply.status(301).with("Location", "/again"));
        start("");
        waiting("redirects more than 5 times");
    }

    @Test
    void neverGoesFromHttpsToHttp() {
        Request request = Request.get(java.net.URI.create("https://nguon.example/a"), Map.of());
        assertThat(org.assertj.core.api.Assertions.catchThrowable(
                        () -> request.redirected(301, java.util.Optional.of("http://nguon.example/a"))))
                .hasMessageContaining("from https to http");
    }

    @Test
    void asksOnlyForNews() throws Exception {
        AtomicReference<String> tag = new AtomicReference<>("\"1\"");
        server.answer(asked -> asked.header("If-None-Match").equals(tag.get())
                ? Reply.status(304)
                : Reply.json("{\"items\":[{\"id\":\"v" + tag.get().charAt(1) + "\"}]}")
                        .with("ETag", tag.get()));
        start("");
        upToDate();
        assertThat(hub.taken()).hasSize(1);
        tag.set("\"2\"");
        patiently().untilAsserted(() -> assertThat(hub.codes()).containsExactly("v1", "v2"));
        // Back to what it was: that is news too.
        tag.set("\"1\"");
        patiently().untilAsserted(() -> assertThat(hub.taken()).hasSize(3));
        hub.stop();
        hub.start(settings(), Clock.systemUTC());
        upToDate();
        assertThat(hub.taken()).hasSize(3);
    }

    @Test
    void knowsWhatIsTheSameWithoutTheServersHelp() throws Exception {
        start("");
        upToDate();
        assertThat(server.asked()).hasSizeGreaterThan(2);
        assertThat(hub.taken()).hasSize(1);
    }

    private void start(String more) throws Exception {
        hub = Rig.hub(fetch(more), Rig.ITEMS);
        hub.start(settings(), Clock.systemUTC());
    }

    private static org.iochub.declarative.internal.fetch.Fetch fetch(String more) {
        String yaml = "url: \"{{url}}/items\"\nevery: 50ms\n" + more;
        return Rig.fetch(new HttpFetches(), yaml, Rig.ITEMS, Rig.text("url"), Rig.secret("token"));
    }

    private DeclaredSettings settings() {
        return Rig.settings("url", server.url(), "token", "secret:bi-mat");
    }

    private void waiting(String sentence) {
        patiently().untilAsserted(() -> assertThat(hub.waitings()).isNotEmpty());
        assertThat(hub.waitings().get(0).en()).contains(sentence);
    }

    private void upToDate() {
        int goal = hub.timesUpToDate() + 3;
        patiently().untilAsserted(() -> assertThat(hub.timesUpToDate()).isGreaterThanOrEqualTo(goal));
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
