package org.iochub.declarative.internal.fetch.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.iochub.declarative.internal.fetch.Rig.patiently;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.BiFunction;
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

class HttpPagingTest {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private final Items items = Items.of(35, START, 60);
    private final WebHost server = new WebHost(asked -> Reply.status(404));
    private TestHub<DeclaredSettings> hub;

    @AfterEach
    void stop() {
        hub.close();
        server.close();
    }

    static Stream<Arguments> kinds() {
        return Stream.of(
                kind("page: { parameter: page, size: { parameter: size, value: 10 } }", Items::page, 4),
                kind("page: { parameter: page }", Items::page, 5),
                kind("offset: { parameter: skip, size: { parameter: size, value: 10 } }", Items::offset, 4),
                kind("cursor: { pointer: /paging/next, parameter: c }", Items::cursor, 4),
                kind("link: true", Items::link, 4),
                kind("next: { pointer: /next }", Items::next, 4));
    }

    private static Arguments kind(String paging, BiFunction<Items, Asked, Reply> server, int requests) {
        return Arguments.of(paging, server, requests);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void readsEveryPageOnce(String paging, BiFunction<Items, Asked, Reply> answers, int requests) throws Exception {
        server.answer(asked -> answers.apply(items, asked));
        start(paging, "");
        upToDate(1);
        assertThat(hub.codes()).containsExactlyElementsOf(items.ids());
        assertThat(hub.taken()).hasSize(4);
        assertThat(server.asked().subList(0, requests))
                .allMatch(asked -> asked.path().equals("/items"));

        items.put("r999", START.plusSeconds(99_999));
        upToDate(hub.timesUpToDate() + 2);
        assertThat(hub.codes()).containsExactlyElementsOf(items.ids());
        // Only the page that changed came again.
        assertThat(hub.taken()).hasSize(5);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void goesOnInTheMiddleAfterARestart(String paging, BiFunction<Items, Asked, Reply> answers, int requests)
            throws Exception {
        server.answer(asked -> answers.apply(items, asked));
        hub = hub(paging, "");
        int[] offered = {0};
        hub.refuse(id -> ++offered[0] > 2);
        hub.start(settings(), Clock.systemUTC());
        patiently().untilAsserted(() -> assertThat(hub.refused()).isPositive());
        hub.stop();
        assertThat(hub.taken()).hasSize(2);
        int before = server.asked().size();

        hub.refuse(id -> false);
        hub.start(settings(), Clock.systemUTC());
        upToDate(1);
        assertThat(hub.codes()).containsExactlyElementsOf(items.ids());
        // The next round may have begun.
        assertThat(hub.taken()).filteredOn(taken -> taken.id().startsWith("1/")).hasSize(4);
        // The third page is the first that is asked for again.
        assertThat(server.asked().get(before).query())
                .isEqualTo(server.asked().get(2).query());
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void readsManyPagesOverSeveralRounds(String paging, BiFunction<Items, Asked, Reply> answers, int requests)
            throws Exception {
        server.answer(asked -> answers.apply(items, asked));
        start(paging, "maxPages: 2");
        upToDate(1);
        assertThat(hub.codes()).containsExactlyElementsOf(items.ids());
    }

    @Test
    void saysThatPagingIsIgnored() throws Exception {
        server.answer(asked -> Reply.json(Items.json(List.of(new Items.Item("a", START)), "")));
        start("page: { parameter: page }", "");
        patiently().untilAsserted(() -> assertThat(hub.waitings()).isNotEmpty());
        assertThat(hub.waitings().get(0).en()).contains("same page");
        assertThat(hub.taken()).hasSize(1);
    }

    @Test
    void saysThatTheCursorStandsStill() throws Exception {
        server.answer(asked ->
                Reply.json(Items.json(List.of(new Items.Item("a" + asked.query().size(), START)), ",\"n\":\"x\"")));
        start("cursor: { pointer: /n, parameter: c }", "");
        patiently().untilAsserted(() -> assertThat(hub.waitings()).isNotEmpty());
        assertThat(hub.waitings().get(0).en()).contains("same page");
    }

    @Test
    void followsNoLinkToAnotherHost() throws Exception {
        server.answer(asked -> Reply.json(
                Items.json(List.of(new Items.Item("a", START)), ",\"next\":\"http://localhost.example/items\"")));
        start("next: { pointer: /next }", "");
        patiently().untilAsserted(() -> assertThat(hub.waitings()).isNotEmpty());
        assertThat(hub.waitings().get(0).en()).contains("another host");
        assertThat(hub.taken()).isEmpty();
    }

    @Test
    void pagesByThePlaceInABody() throws Exception {
        server.answer(asked -> {
            int page = Rig.yaml(asked.body()).path("trang").asInt();
            return Reply.json(Items.json(items.slice(asked, (page - 1) * 10, 10), ""));
        });
        start("page: { size: { value: 10 } }", "body: { trang: \"{{page}}\", ghiChu: \"{{note}}\" }");
        upToDate(1);
        assertThat(hub.codes()).containsExactlyElementsOf(items.ids());
        assertThat(server.asked().get(0).method()).isEqualTo("POST");
        assertThat(Rig.yaml(server.asked().get(0).body()).path("ghiChu").asText())
                .isEqualTo("a \"b\" \\ c");
        assertThat(server.asked().get(0).header("Content-Type")).isEqualTo("application/json");
    }

    private void start(String paging, String more) throws Exception {
        hub = hub(paging, more);
        hub.start(settings(), Clock.systemUTC());
    }

    private static TestHub<DeclaredSettings> hub(String paging, String more) {
        String yaml =
                "url: \"{{url}}/items\"\nevery: 50ms\nquery: { key: \"{{key}}\" }\npaging: { " + paging + " }\n" + more;
        return Rig.hub(
                Rig.fetch(new HttpFetches(), yaml, Rig.ITEMS, Rig.text("url"), Rig.secret("key"), Rig.text("note")),
                Rig.ITEMS);
    }

    private DeclaredSettings settings() {
        return Rig.settings("url", server.url(), "key", "secret:bi-mat", "note", "a \"b\" \\ c");
    }

    private void upToDate(int times) {
        patiently().untilAsserted(() -> assertThat(hub.timesUpToDate()).isGreaterThanOrEqualTo(times));
        assertThat(server.asked()).allMatch(asked -> asked.query().get("key").equals("bi-mat"));
        assertThat(hub.taken().toString() + hub.checkpoint()).doesNotContain("bi-mat");
    }
}
