package org.iochub.declarative.internal.fetch.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.iochub.declarative.internal.fetch.Rig.patiently;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.iochub.declarative.internal.DeclaredSettings;
import org.iochub.declarative.internal.fetch.Rig;
import org.iochub.declarative.internal.fetch.WebHost;
import org.iochub.declarative.internal.fetch.WebHost.Reply;
import org.iochub.testkit.TestHub;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HttpWatermarkTest {
    private static final Instant FIRST = Instant.parse("2026-03-01T00:00:00Z");
    /** 00:30 in Vietnam: the wider reading of the day is not due. */
    private static final Clock EARLY =
            Clock.fixed(Instant.parse("2026-03-01T17:30:00Z"), ZoneId.of("Asia/Ho_Chi_Minh"));

    private static final Clock LATER =
            Clock.fixed(Instant.parse("2026-03-01T20:30:00Z"), ZoneId.of("Asia/Ho_Chi_Minh"));
    private static final String MARK =
            "watermark: { parameter: since, value: updated, overlap: 10m, start: 90d, nightly: { at: '02:00', overlap:"
                    + " 2d } }";

    private final Items items = Items.of(35, FIRST, 60);
    private final WebHost server = new WebHost(items::page);
    private TestHub<DeclaredSettings> hub;

    @AfterEach
    void stop() {
        if (hub != null) {
            hub.close();
        }
        server.close();
    }

    @Test
    void asksForWhatChangedBehindAnOverlap() throws Exception {
        start(MARK, EARLY);
        upToDate();
        assertThat(server.asked().get(0).query()).containsEntry("since", "2025-12-01T17:30:00Z");
        // The newest is of 00:34.
        assertThat(last()).containsEntry("since", "2026-03-01T00:24:00Z");
        assertThat(hub.codes()).containsExactlyElementsOf(items.ids());

        items.put("late", Instant.parse("2026-03-01T00:25:00Z"));
        upToDate();
        items.put("r003", Instant.parse("2026-03-01T00:40:00Z"));
        upToDate();
        assertThat(hub.codes()).containsExactlyElementsOf(items.ids());
        assertThat(last()).containsEntry("since", "2026-03-01T00:30:00Z");
        int taken = hub.taken().size();
        upToDate();
        assertThat(hub.taken()).hasSize(taken);
    }

    @Test
    void losesNoTieAtTheEndOfAPage() throws Exception {
        Instant same = Instant.parse("2026-03-01T00:50:00Z");
        for (int i = 0; i < 12; i++) {
            items.put("tie" + i, same);
        }
        start(MARK, EARLY);
        upToDate();
        items.put("tie99", same);
        items.put("tie00", same);
        upToDate();
        assertThat(hub.codes()).containsExactlyElementsOf(items.ids());
    }

    @Test
    void onceADayReadsFurtherBack() throws Exception {
        start(MARK, EARLY);
        upToDate();
        items.put("very-late", Instant.parse("2026-02-28T01:00:00Z"));
        upToDate();
        assertThat(hub.codes()).doesNotContain("very-late");
        hub.stop();
        hub.start(settings(), LATER);
        patiently().untilAsserted(() -> assertThat(hub.codes()).contains("very-late"));
        upToDate();
        assertThat(last()).containsEntry("since", "2026-03-01T00:24:00Z");
    }

    @Test
    void aChangeInTheFutureHidesNothing() throws Exception {
        items.put("wrong-clock", Instant.parse("2099-01-01T00:00:00Z"));
        start(MARK, EARLY);
        upToDate();
        assertThat(last()).containsEntry("since", "2026-03-01T00:24:00Z");
    }

    @Test
    void readsAgainWhenRecordsMoveBetweenPages() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        server.answer(request -> {
            Reply reply = items.page(request);
            if (asked.incrementAndGet() == 1) {
                // Everything behind it moves up: the first of page 2 slips onto page 1.
                items.put("r000", Instant.now().plusSeconds(5));
            }
            return reply;
        });
        start(MARK.replace("90d", "'2026-01-01'"), Clock.systemUTC());
        upToDate();
        assertThat(hub.codes()).containsExactlyElementsOf(items.ids());
    }

    @Test
    void asksForWindowsOfTime() throws Exception {
        server.answer(request -> Reply.json("[]"));
        start(
                "watermark: { parameter: tu, until: den, format: 'dd/MM/yyyy HH:mm:ss', start: '2026-03-01', overlap: 1h"
                        + " }",
                EARLY);
        upToDate();
        Map<String, String> first = server.asked().get(0).query();
        assertThat(first).containsEntry("tu", "01/03/2026 00:00:00").containsEntry("den", "02/03/2026 00:30:00");
        assertThat(last()).containsEntry("tu", "01/03/2026 23:30:00");
    }

    @Test
    void readsTimesInEveryFormat() {
        ZoneId zone = ZoneId.of("Asia/Ho_Chi_Minh");
        Instant at = Instant.parse("2026-03-01T17:30:05Z");
        for (String format : List.of(
                "iso", "iso-offset", "epoch-seconds", "epoch-millis", "dd/MM/yyyy HH:mm:ss", "yyyyMMddHHmmss")) {
            TimeForm form = new TimeForm(format, zone);
            assertThat(form.read(form.show(at))).as(format).contains(at);
        }
        assertThat(new TimeForm("iso", zone).read("2026-03-02T00:30:05")).contains(at);
        assertThat(new TimeForm("dd/MM/yyyy", zone).read("02/03/2026")).contains(Instant.parse("2026-03-01T17:00:00Z"));
        assertThat(new TimeForm("iso", zone).read(1772386205000L)).contains(at);
        assertThat(new TimeForm("iso", zone).read("hôm qua")).isEmpty();
    }

    private void start(String watermark, Clock clock) throws Exception {
        String yaml = "url: \"{{url}}/items\"\nevery: 50ms\n"
                + "paging: { page: { parameter: page, size: { parameter: size, value: 10 } } }\n" + watermark;
        hub = Rig.hub(Rig.fetch(new HttpFetches(), yaml, Rig.ITEMS, Rig.text("url")), Rig.ITEMS);
        hub.start(settings(), clock);
    }

    private DeclaredSettings settings() {
        return Rig.settings("url", server.url());
    }

    /** Two more times: the first may have begun before what the test changed. */
    private void upToDate() {
        int goal = hub.timesUpToDate() + 3;
        patiently().untilAsserted(() -> assertThat(hub.timesUpToDate()).isGreaterThanOrEqualTo(goal));
    }

    private Map<String, String> last() {
        return server.asked().get(server.asked().size() - 1).query();
    }
}
