package org.iochub.declarative.internal.fetch.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.iochub.declarative.internal.fetch.Rig.patiently;

import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.iochub.declarative.internal.DeclaredSettings;
import org.iochub.declarative.internal.fetch.Rig;
import org.iochub.declarative.internal.fetch.WebHost;
import org.iochub.declarative.internal.fetch.WebHost.Reply;
import org.iochub.testkit.TestHub;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FeedFetchTest {
    private final Map<String, String> feeds =
            new ConcurrentHashMap<>(Map.of("/a", "<rss>a1</rss>", "/b", "<feed>b1</feed>"));
    private final WebHost server = new WebHost(asked -> {
        String feed = feeds.getOrDefault(asked.path(), "");
        String tag = "\"" + feed.hashCode() + "\"";
        return feed.isEmpty()
                ? Reply.status(503)
                : asked.header("If-None-Match").equals(tag)
                        ? Reply.status(304)
                        : Reply.xml(feed).with("ETag", tag);
    });
    private final TestHub<DeclaredSettings> hub = Rig.hub(
            Rig.fetch(
                    new FeedFetches(),
                    "{ urls: ['{{url}}/a?key={{key}}', '{{url}}/b'], every: 50ms }",
                    Rig.WHOLE,
                    Rig.text("url"),
                    Rig.secret("key")),
            Rig.WHOLE);

    @AfterEach
    void stop() {
        hub.close();
        server.close();
    }

    @Test
    void takesEachFeedThatChanged() throws Exception {
        start();
        upToDate();
        assertThat(hub.codes()).containsExactly("<feed>b1</feed>", "<rss>a1</rss>");
        feeds.put("/b", "<feed>b2</feed>");
        upToDate();
        assertThat(hub.taken()).hasSize(3);
        feeds.put("/b", "<feed>b1</feed>");
        upToDate();
        assertThat(hub.taken()).hasSize(4);
        hub.stop();
        start();
        upToDate();
        assertThat(hub.taken()).hasSize(4);
        assertThat(server.asked().get(0).query()).containsEntry("key", "bi-mat");
        assertThat(hub.taken().toString() + hub.checkpoint()).doesNotContain("bi-mat");
    }

    @Test
    void oneThatIsDownStopsNoOther() throws Exception {
        feeds.remove("/a");
        start();
        patiently().untilAsserted(() -> assertThat(hub.waitings()).isNotEmpty());
        assertThat(hub.codes()).containsExactly("<feed>b1</feed>");
        assertThat(hub.waitings().get(0).en())
                .contains("/a?key=***: The source answered HTTP 503")
                .doesNotContain("/b");
        feeds.put("/a", "<rss>a1</rss>");
        upToDate();
        assertThat(hub.codes()).hasSize(2);
    }

    @Test
    void aWebPageIsNoFeed() throws Exception {
        feeds.put("/a", "<!DOCTYPE html><html></html>");
        feeds.put("/b", "{\"json\":1}");
        start();
        patiently().untilAsserted(() -> assertThat(hub.waitings()).isNotEmpty());
        assertThat(hub.waitings().get(0).en()).contains("/a", "/b", "not with RSS or Atom");
        assertThat(hub.taken()).isEmpty();
    }

    private void start() throws Exception {
        hub.start(Rig.settings("url", server.url(), "key", "secret:bi-mat"), Clock.systemUTC());
    }

    private void upToDate() {
        int goal = hub.timesUpToDate() + 3;
        patiently().untilAsserted(() -> assertThat(hub.timesUpToDate()).isGreaterThanOrEqualTo(goal));
    }
}
