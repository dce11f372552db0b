package org.iochub.routes.fieldreports.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.iochub.api.Change;
import org.iochub.api.Secret;
import org.iochub.model.record.CitizenReport;
import org.iochub.model.record.RecordTypes;
import org.iochub.model.schema.RecordValidator;
import org.iochub.simulators.http.Misbehaviour;
import org.iochub.simulators.http.Open311Simulator;
import org.iochub.testkit.TestHub;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FieldReportsRoutesTest {
    private static final String QUANG_NAM = Open311Simulator.QUANG_NAM;
    /** Before the hour of the wider reading, so that it is not due. */
    private static final Clock EARLY =
            Clock.fixed(Instant.parse("2026-03-01T18:30:00Z"), ZoneId.of("Asia/Ho_Chi_Minh"));

    private static final Clock LATER =
            Clock.fixed(Instant.parse("2026-03-02T01:00:00Z"), ZoneId.of("Asia/Ho_Chi_Minh"));

    private final Open311Simulator server = new Open311Simulator(7, EARLY);
    private final TestHub<FieldReportsSettings> hub =
            new TestHub<>(new FieldReportsAdapter(), FieldReportsRoutesTest::code);
    private Example example;

    @BeforeEach
    void configure() {
        example = Example.at(server.url());
    }

    @AfterEach
    void stop() {
        hub.close();
        server.close();
    }

    @Test
    void readsAllPagesOnce() throws Exception {
        hub.start(example.settings(), EARLY);
        upToDate();

        assertThat(hub.codes()).containsExactlyElementsOf(expected());
        // Seven pages, and one with what lies within the overlap behind the watermark.
        assertThat(hub.taken()).hasSize(8);
        assertThat(hub.taken().get(0).name()).contains("page=1", "updated_after=2025-12-01");
        upToDate();
        assertThat(hub.taken()).hasSize(8);
    }

    @Test
    void followsNewsCorrectionsAndLateCommits() throws Exception {
        hub.start(example.settings(), EARLY);
        upToDate();

        server.grow(QUANG_NAM, 45);
        String late = server.commitLate(QUANG_NAM, Duration.ofMinutes(8));
        server.correct("quang-nam-000002");
        upToDate();

        assertThat(hub.codes()).containsExactlyElementsOf(expected()).contains(late);
        assertThat(notes("quang-nam-000002"))
                .hasValueSatisfying(notes -> assertThat(notes).startsWith("Đã kiểm tra lại"));
    }

    @Test
    void theWiderReadingFindsWhatCameVeryLate() throws Exception {
        hub.start(example.settings(), EARLY);
        upToDate();
        String late = server.commitLate(QUANG_NAM, Duration.ofHours(30));
        upToDate();
        assertThat(hub.codes()).doesNotContain(late);
        hub.stop();

        hub.start(example.settings(), LATER);
        await().untilAsserted(() -> assertThat(hub.codes()).contains(late));
    }

    @Test
    void readsAgainWhenPagesShift() throws Exception {
        // The first report moves to the end while page 2 is still to come: the first of page 2 slips onto page 1.
        server.afterPage(1, () -> server.correct("quang-nam-000001"));
        hub.start(example.settings(), EARLY);
        upToDate();
        upToDate();

        assertThat(hub.codes()).containsExactlyElementsOf(expected());
    }

    @Test
    void takesWhateverOrderTheServerGives() throws Exception {
        server.latestFirst(true);
        server.afterPage(2, () -> server.grow(QUANG_NAM, 3));
        hub.start(example.settings(), EARLY);
        upToDate();
        upToDate();

        assertThat(hub.codes()).containsExactlyElementsOf(expected());
    }

    @Test
    void readsManyPagesOverSeveralRounds() throws Exception {
        hub.start(example.maxPages(2).settings(), EARLY);
        upToDate();

        assertThat(hub.codes()).containsExactlyElementsOf(expected());
    }

    @Test
    void skipsNothingThatTheHubDidNotTake() throws Exception {
        hub.refuse(id -> id.contains("/3/"));
        hub.start(example.settings(), EARLY);
        await().untilAsserted(() -> assertThat(hub.refused()).isGreaterThanOrEqualTo(2));

        assertThat(hub.taken()).hasSize(2);
        assertThat(hub.checkpoint()).hasValueSatisfying(text -> assertThat(text).contains("\"nextPage\":3"));

        hub.refuse(id -> false);
        upToDate();
        assertThat(hub.codes()).containsExactlyElementsOf(expected());
    }

    @Test
    void goesOnInTheMiddleAfterARestart() throws Exception {
        hub.refuse(id -> id.contains("/4/"));
        hub.start(example.settings(), EARLY);
        await().untilAsserted(() -> assertThat(hub.refused()).isPositive());
        hub.stop();
        assertThat(hub.taken()).hasSize(3);

        // What moves between the two runs would be lost if the rest alone were read.
        server.correct("quang-nam-000001");
        hub.refuse(id -> false);
        hub.start(example.settings(), EARLY);
        upToDate();
        assertThat(hub.taken().get(3).id()).contains("/4/");
        upToDate();
        assertThat(hub.codes()).containsExactlyElementsOf(expected());
    }

    @Test
    void waitsForASourceThatIsDown() throws Exception {
        server.down();
        hub.start(example.settings(), EARLY);
        await().untilAsserted(() -> assertThat(hub.waitings()).hasSizeGreaterThanOrEqualTo(2));
        assertThat(hub.waitings().get(0).en()).contains("cannot be connected");

        server.up();
        upToDate();
        assertThat(hub.codes()).containsExactlyElementsOf(expected());
    }

    @ParameterizedTest
    @EnumSource(value = Misbehaviour.class, names = "NONE", mode = EnumSource.Mode.EXCLUDE)
    void waitsForASourceThatMisbehaves(Misbehaviour misbehaviour) throws Exception {
        server.misbehave(misbehaviour, 2);
        Duration patience = Duration.ofSeconds(misbehaviour == Misbehaviour.HANG ? 1 : 20);
        hub.start(example.responseTimeout(patience).settings(), EARLY);
        await().untilAsserted(() -> assertThat(hub.waitings()).isNotEmpty());

        assertThat(hub.taken()).hasSize(1);
        assertThat(hub.waitings().get(0).en())
                .contains(
                        switch (misbehaviour) {
                            case HANG -> "did not answer in time";
                            case FAIL -> "HTTP 500";
                            case HTML, TRUNCATE -> "not a whole JSON document";
                            case BREAK_OFF -> "broke off";
                            default -> "larger than 1048576 bytes";
                        });

        server.misbehave(Misbehaviour.NONE);
        upToDate();
        assertThat(hub.codes()).containsExactlyElementsOf(expected());
    }

    @Test
    void doesNotShowTheKey() throws Exception {
        Secret key = new Secret("env:KEY", () -> "bi-mat-9");
        hub.start(example.key(key, Optional.empty()).settings(), EARLY);
        upToDate();
        hub.stop();
        hub.start(example.key(key, Optional.of("X-Api-Key")).settings(), EARLY);
        server.grow(QUANG_NAM, 1);
        upToDate();

        assertThat(hub.taken()).isNotEmpty();
        assertThat(hub.taken().toString()).doesNotContain("bi-mat-9");
    }

    @Test
    void whatIsTakenIsValidAndTheDirtIsRefused() throws Exception {
        hub.start(example.settings(), EARLY);
        upToDate();
        RecordValidator<CitizenReport> validator = RecordValidator.of(RecordTypes.CITIZEN_REPORT);
        Set<String> refused = new TreeSet<>();
        hub.taken().stream().flatMap(message -> message.changes().stream()).forEach(change -> {
            if (change instanceof Change.Upsert<?> upsert) {
                assertThat(validator.validate((CitizenReport) upsert.data())).isEmpty();
            } else {
                refused.add(((Change.Refusal) change).fault().code());
            }
        });
        assertThat(refused)
                .containsExactlyInAnyOrder("unknown-code", "impossible-date", "wrong-type", "impossible-location");
    }

    /** The next time a pass has come to its end. */
    private void upToDate() {
        // Two more: the first may have begun before what the test changed.
        int goal = hub.timesUpToDate() + 2;
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(hub.timesUpToDate()).isGreaterThanOrEqualTo(goal));
    }

    /** What the server has; a list in the place of an id comes out as its first element. */
    private List<String> expected() {
        return server.ids(QUANG_NAM).stream()
                .map(id -> id.startsWith("[") ? "khong" : id)
                .distinct()
                .sorted()
                .toList();
    }

    /** The report's own code; of one that was refused, what stands in its place. */
    private static String code(Change change) {
        if (change instanceof Change.Upsert<?> upsert && upsert.data() instanceof CitizenReport report) {
            return report.reportCode();
        }
        try (InputStream raw = change.raw().content().open()) {
            JsonNode id = new ObjectMapper().readTree(raw).path("service_request_id");
            return id.isArray() ? id.path(0).asText() : id.asText();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Optional<String> notes(String code) {
        return hub.records().get(code) instanceof Change.Upsert<?> upsert
                ? ((CitizenReport) upsert.data()).statusNotes()
                : Optional.empty();
    }
}
