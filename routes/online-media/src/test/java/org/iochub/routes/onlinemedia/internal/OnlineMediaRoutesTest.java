package org.iochub.routes.onlinemedia.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.iochub.api.Change;
import org.iochub.api.read.MissingOffset;
import org.iochub.model.record.Incident;
import org.iochub.model.record.MediaItem;
import org.iochub.model.record.RecordTypes;
import org.iochub.model.schema.RecordValidator;
import org.iochub.simulators.http.MediaFeedSimulator;
import org.iochub.simulators.http.Misbehaviour;
import org.iochub.testkit.TestHub;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OnlineMediaRoutesTest {
    private static final Clock CLOCK =
            Clock.fixed(Instant.parse("2026-03-02T01:00:00Z"), ZoneId.of("Asia/Ho_Chi_Minh"));
    private static final String FIRST = MediaFeedSimulator.QUANG_NGAI;
    private static final String SECOND = MediaFeedSimulator.DUC_PHO;

    private final MediaFeedSimulator site = new MediaFeedSimulator(3, CLOCK);
    private final TestHub<OnlineMediaSettings> hub =
            new TestHub<>(new OnlineMediaAdapter(), OnlineMediaRoutesTest::code);
    private Duration patience = Duration.ofSeconds(20);

    @AfterEach
    void stop() {
        hub.close();
        site.close();
    }

    @Test
    void readsEachFeedOnceAndThenAsksConditionally() throws Exception {
        hub.start(settings(FIRST, SECOND), CLOCK);
        await().untilAsserted(() -> assertThat(site.notModified()).isGreaterThanOrEqualTo(4));

        assertThat(hub.taken()).hasSize(2);
        assertThat(hub.taken()).extracting(TestHub.Taken::name).containsExactly(url(FIRST), url(SECOND));
        assertThat(hub.taken()).allSatisfy(feed -> assertThat(feed.changes()).hasSize(26));
        assertThat(hub.timesUpToDate()).isPositive();
        assertThat(hub.checkpoint()).hasValueSatisfying(text -> assertThat(text).contains(url(FIRST), url(SECOND)));
    }

    @Test
    void followsNewsAndCorrections() throws Exception {
        hub.start(settings(FIRST, SECOND), CLOCK);
        upToDate();
        site.correct(SECOND, "Tiêu đề đã sửa");
        site.grow(FIRST, 2);
        await().untilAsserted(() -> assertThat(hub.taken()).hasSize(4));

        assertThat(hub.codes()).contains("Tiêu đề đã sửa");
    }

    @Test
    void remembersAcrossARestartWhatItHas() throws Exception {
        hub.start(settings(FIRST), CLOCK);
        upToDate();
        hub.stop();
        long before = site.notModified();
        hub.start(settings(FIRST), CLOCK);
        upToDate();

        assertThat(hub.taken()).hasSize(1);
        assertThat(site.notModified()).isGreaterThan(before);
    }

    @Test
    void doesNotTakeTheSameTwiceFromAServerWithoutValidators() throws Exception {
        site.validators(false);
        hub.start(settings(FIRST), CLOCK);
        upToDate();

        assertThat(site.requests()).isGreaterThan(1);
        assertThat(site.notModified()).isZero();
        assertThat(hub.taken()).hasSize(1);
    }

    @Test
    void aStoryOfThreeSitesIsAnIncidentAlsoAcrossARestart() throws Exception {
        String third = MediaFeedSimulator.QUANG_NGAI_CITY;
        String title = "Sạt lở tại phường Trà Câu, di dời nhiều hộ dân";
        hub.start(settings(FIRST, SECOND, third), CLOCK);
        upToDate();
        site.tell(FIRST, title);
        site.tell(SECOND, title);
        await().untilAsserted(() -> assertThat(duplicates(title)).hasSize(1));
        assertThat(incidents()).isEmpty();
        hub.stop();
        hub.start(settings(FIRST, SECOND, third), CLOCK);
        site.tell(third, title);
        await().untilAsserted(() -> assertThat(incidents()).hasSize(1));
        assertThat(duplicates(title)).hasSize(2);
        assertThat(incidents().get(0).incidentCode())
                .isEqualTo(duplicates(title).get(0).storyId().orElseThrow());
    }

    private List<Incident> incidents() {
        return data(Incident.class).distinct().toList();
    }

    private List<MediaItem> duplicates(String title) {
        return data(MediaItem.class)
                .filter(item -> item.title().equals(title) && item.duplicateOf().isPresent())
                .distinct()
                .toList();
    }

    private <T> Stream<T> data(Class<T> type) {
        return hub.taken().stream()
                .flatMap(message -> message.changes().stream())
                .filter(Change.Upsert.class::isInstance)
                .map(change -> ((Change.Upsert<?>) change).data())
                .filter(type::isInstance)
                .map(type::cast);
    }

    @Test
    void skipsNothingThatTheHubDidNotTake() throws Exception {
        hub.refuse(id -> id.contains(FIRST));
        hub.start(settings(FIRST, SECOND), CLOCK);
        await().untilAsserted(() -> assertThat(hub.refused()).isGreaterThanOrEqualTo(2));

        // The other feed went on, and the checkpoint says nothing of the one refused.
        assertThat(hub.taken()).extracting(TestHub.Taken::name).containsExactly(url(SECOND));
        assertThat(hub.checkpoint()).hasValueSatisfying(text -> assertThat(text).doesNotContain(FIRST));
        assertThat(hub.timesUpToDate()).isZero();

        hub.refuse(id -> false);
        await().untilAsserted(() -> assertThat(hub.taken()).hasSize(2));
    }

    @Test
    void waitsForASiteThatIsDown() throws Exception {
        site.down();
        hub.start(settings(FIRST, SECOND), CLOCK);
        await().untilAsserted(() -> assertThat(hub.waitings()).hasSizeGreaterThanOrEqualTo(2));
        assertThat(hub.waitings().get(0).en()).contains(url(FIRST), url(SECOND), "cannot be connected");

        site.up();
        await().untilAsserted(() -> assertThat(hub.taken()).hasSize(2));
    }

    @ParameterizedTest
    @EnumSource(
            value = Misbehaviour.class,
            names = {"HANG", "FAIL", "HTML", "BREAK_OFF", "GZIP_BOMB"})
    void oneFeedThatMisbehavesDoesNotStopTheOthers(Misbehaviour misbehaviour) throws Exception {
        patience = Duration.ofSeconds(misbehaviour == Misbehaviour.HANG ? 1 : 20);
        site.misbehave(misbehaviour, FIRST);
        hub.start(settings(FIRST, SECOND), CLOCK);
        await().untilAsserted(() -> assertThat(hub.waitings()).isNotEmpty());

        assertThat(hub.taken()).extracting(TestHub.Taken::name).containsExactly(url(SECOND));
        assertThat(hub.waitings().get(0).en())
                .startsWith(url(FIRST))
                .contains(
                        switch (misbehaviour) {
                            case HANG -> "did not answer in time";
                            case FAIL -> "HTTP 500";
                            case HTML -> "not with RSS or Atom";
                            case BREAK_OFF -> "broke off";
                            default -> "larger than 1048576 bytes";
                        });

        site.misbehave(Misbehaviour.NONE);
        await().untilAsserted(() -> assertThat(hub.taken()).hasSize(2));
    }

    @Test
    void aTruncatedFeedGivesWhatItHasAndTheRestLater() throws Exception {
        site.misbehave(Misbehaviour.TRUNCATE);
        hub.start(settings(SECOND), CLOCK);
        await().untilAsserted(() -> assertThat(hub.taken()).hasSize(1));
        int half = hub.taken().get(0).changes().size();
        assertThat(half).isBetween(5, 25);

        site.misbehave(Misbehaviour.NONE);
        await().untilAsserted(() -> assertThat(hub.taken()).hasSize(2));
        assertThat(hub.taken().get(1).changes()).hasSize(26);
    }

    @Test
    void whatIsTakenIsValidAndTheDirtIsRefused() throws Exception {
        hub.start(settings(FIRST, SECOND), CLOCK);
        upToDate();
        RecordValidator<MediaItem> validator = RecordValidator.of(RecordTypes.MEDIA_ITEM);
        Set<String> refused = new TreeSet<>();
        hub.taken().stream().flatMap(message -> message.changes().stream()).forEach(change -> {
            if (change instanceof Change.Upsert<?> upsert) {
                assertThat(validator.validate((MediaItem) upsert.data())).isEmpty();
            } else {
                refused.add(((Change.Refusal) change).fault().code());
            }
        });
        assertThat(refused).containsExactlyInAnyOrder("missing-field", "impossible-date");
    }

    private void upToDate() {
        // Two more: the first may have begun before what the test changed.
        int goal = hub.timesUpToDate() + 2;
        await().untilAsserted(() -> assertThat(hub.timesUpToDate()).isGreaterThanOrEqualTo(goal));
    }

    /** A title tells the items of a feed apart. */
    private static String code(Change change) {
        return change instanceof Change.Upsert<?> upsert && upsert.data() instanceof MediaItem item
                ? item.title()
                : "refused " + change.raw().position();
    }

    private String url(String feed) {
        return site.url(feed).toString();
    }

    private OnlineMediaSettings settings(String... feeds) {
        List<String> urls = Stream.of(feeds).map(this::url).toList();
        return new OnlineMediaSettings(
                urls,
                Optional.empty(),
                Duration.ofMillis(200),
                Duration.ofSeconds(5),
                patience,
                1 << 20,
                MissingOffset.LOCAL,
                Optional.of("51"),
                Duration.ofDays(3),
                3,
                Duration.ofHours(24),
                List.of("sạt lở", "ngộ độc"),
                List.of("đính chính"));
    }
}
