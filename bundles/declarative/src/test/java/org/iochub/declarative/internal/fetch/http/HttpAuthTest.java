package org.iochub.declarative.internal.fetch.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.iochub.declarative.internal.fetch.Rig.patiently;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Base64;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.iochub.declarative.internal.DeclaredSettings;
import org.iochub.declarative.internal.fetch.Rig;
import org.iochub.declarative.internal.fetch.WebHost;
import org.iochub.declarative.internal.fetch.WebHost.Asked;
import org.iochub.declarative.internal.fetch.WebHost.Reply;
import org.iochub.testkit.TestHub;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class HttpAuthTest {
    private static final String SECRET = "m&t=kh ẩu?";
    private static final Reply GOOD = Reply.json("{\"items\":[{\"id\":\"a\"}]}");
    private final WebHost server = new WebHost(asked -> GOOD);
    private TestHub<DeclaredSettings> hub;

    @AfterEach
    void stop() {
        hub.close();
        server.close();
    }

    static Stream<Arguments> kinds() {
        String basic =
                "Basic " + Base64.getEncoder().encodeToString(("ioc:" + SECRET).getBytes(StandardCharsets.UTF_8));
        return Stream.of(
                kind(
                        "basic: { user: ioc, password: '{{key}}' }",
                        asked -> asked.header("Authorization").equals(basic)),
                kind(
                        "bearer: '{{ascii}}'",
                        asked -> asked.header("Authorization").equals("Bearer khoa-bi-mat")),
                kind(
                        "header: { name: X-Api-Key, value: '{{ascii}}' }",
                        asked -> asked.header("X-Api-Key").equals("khoa-bi-mat")),
                kind(
                        "query: { name: api_key, value: '{{key}}' }",
                        asked -> SECRET.equals(asked.query().get("api_key"))));
    }

    private static Arguments kind(String auth, Predicate<Asked> right) {
        return Arguments.of(auth, right);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void saysWhoItIsAndShowsNoKey(String auth, Predicate<Asked> right) throws Exception {
        server.answer(asked -> right.test(asked) ? GOOD : Reply.status(401));
        PrintStream before = System.err;
        ByteArrayOutputStream log = new ByteArrayOutputStream();
        System.setErr(new PrintStream(log, true, StandardCharsets.UTF_8));
        try {
            // A message that is not taken is logged with all that the route knows of it.
            start(auth, id -> true);
            patiently().untilAsserted(() -> assertThat(hub.refused()).isPositive());
            hub.refuse(id -> false);
            patiently().untilAsserted(() -> assertThat(hub.codes()).containsExactly("a"));
            server.answer(asked -> Reply.status(500));
            patiently().untilAsserted(() -> assertThat(hub.waitings()).isNotEmpty());
            hub.stop();
        } finally {
            System.setErr(before);
        }
        String shown = log.toString(StandardCharsets.UTF_8) + hub.taken() + hub.checkpoint() + hub.waitings();
        assertThat(shown).contains("test.poll");
        assertThat(shown)
                .doesNotContain(SECRET)
                .doesNotContain(WebAddresses.encode(SECRET))
                .doesNotContain("khoa-bi-mat");
    }

    @Test
    void getsATokenAndANewOneWhenItIsWithdrawn() throws Exception {
        AtomicInteger tokens = new AtomicInteger();
        AtomicInteger valid = new AtomicInteger(1);
        server.answer(asked -> {
            if (asked.path().equals("/token")) {
                String pair = WebAddresses.encode("hub") + ":" + WebAddresses.encode(SECRET);
                boolean right = asked.header("Authorization")
                                .equals("Basic "
                                        + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)))
                        && asked.body().equals("grant_type=client_credentials&scope=read+all");
                return right
                        ? Reply.json("{\"access_token\":\"t" + tokens.incrementAndGet() + "\",\"expires_in\":3600}")
                        : Reply.status(400);
            }
            return asked.header("Authorization").equals("Bearer t" + valid.get()) ? GOOD : Reply.status(401);
        });
        start("oauth2: { tokenUrl: '{{url}}/token', clientId: hub, clientSecret: '{{key}}', scope: read all }");
        patiently().untilAsserted(() -> assertThat(hub.timesUpToDate()).isGreaterThan(2));
        assertThat(tokens).hasValue(1);
        valid.set(2);
        int goal = hub.timesUpToDate() + 2;
        patiently().untilAsserted(() -> assertThat(hub.timesUpToDate()).isGreaterThan(goal));
        assertThat(tokens).hasValue(2);
        assertThat(hub.waitings()).isEmpty();
    }

    @Test
    void saysThatTheTokenServerRefuses() throws Exception {
        server.answer(asked -> asked.path().equals("/token") ? Reply.status(401) : GOOD);
        start("oauth2: { tokenUrl: '{{url}}/token', clientId: hub, clientSecret: '{{key}}' }");
        patiently().untilAsserted(() -> assertThat(hub.waitings()).isNotEmpty());
        assertThat(hub.waitings().get(0).en()).contains("401", "key");
        assertThat(hub.taken()).isEmpty();
    }

    private void start(String auth) throws Exception {
        start(auth, id -> false);
    }

    private void start(String auth, Predicate<String> refuses) throws Exception {
        String yaml = "url: \"{{url}}/items\"\nevery: 50ms\nauth: { " + auth + " }\n";
        hub = Rig.hub(
                Rig.fetch(new HttpFetches(), yaml, Rig.ITEMS, Rig.text("url"), Rig.secret("key"), Rig.secret("ascii")),
                Rig.ITEMS);
        hub.refuse(refuses);
        hub.start(
                Rig.settings("url", server.url(), "key", "secret:" + SECRET, "ascii", "secret:khoa-bi-mat"),
                Clock.systemUTC());
    }
}
