package org.iochub.routes.transport.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.iochub.api.Change;
import org.iochub.model.code.IncidentStatus;
import org.iochub.model.record.Facility;
import org.iochub.model.record.Incident;
import org.iochub.model.record.Indicator;
import org.iochub.model.record.RecordTypes;
import org.iochub.simulators.http.Misbehaviour;
import org.iochub.simulators.http.TransportSimulator;
import org.iochub.testkit.TestHub;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TransportRoutesTest {
    private static final Clock CLOCK =
            Clock.fixed(Instant.parse("2026-03-02T01:00:00Z"), ZoneId.of("Asia/Ho_Chi_Minh"));

    private final TransportSimulator server = new TransportSimulator(7, CLOCK);
    private final TestHub<TransportSettings> hub = new TestHub<>(new TransportAdapter(), TransportRoutesTest::code);

    @AfterEach
    void stop() {
        hub.close();
        server.close();
    }

    @Test
    void readsBothOnceAndAsksConditionallyFromThenOn() throws Exception {
        hub.start(settings(Duration.ofSeconds(20)), CLOCK);
        upToDate();

        assertThat(stops()).isEqualTo(30);
        assertThat(works()).isEqualTo(3);
        assertThat(faults())
                .containsExactlyInAnyOrder(
                        "impossible-location",
                        "unknown-code",
                        "unknown-code",
                        "unknown-reference",
                        "unknown-reference",
                        "unknown-code");
        upToDate();
        assertThat(hub.taken()).hasSize(2);
        assertThat(server.notModified()).isPositive();
    }

    @Test
    void followsCorrectionsAndRefusesAnOlderTimetable() throws Exception {
        hub.start(settings(Duration.ofSeconds(20)), CLOCK);
        upToDate();

        server.publish(32);
        server.finish("W-001");
        upToDate();
        assertThat(stops()).isEqualTo(32);
        assertThat(hub.records().get("W-001"))
                .isInstanceOfSatisfying(
                        Change.Upsert.class,
                        change ->
                                assertThat(((Incident) change.data()).status()).isEqualTo(IncidentStatus.RESOLVED));
        int taken = hub.taken().size();

        server.rollBack(5);
        await().untilAsserted(() -> assertThat(hub.waitings()).isNotEmpty());
        assertThat(hub.waitings().get(0).en()).contains("older than the one taken");
        assertThat(hub.taken()).hasSize(taken);
    }

    @Test
    void aRestartNeitherLosesNorRepeats() throws Exception {
        hub.refuse(id -> id.contains("road-works"));
        hub.start(settings(Duration.ofSeconds(20)), CLOCK);
        await().untilAsserted(() -> assertThat(hub.refused()).isPositive());
        hub.stop();
        assertThat(hub.taken()).hasSize(1);

        server.addWork();
        hub.refuse(id -> false);
        hub.start(settings(Duration.ofSeconds(20)), CLOCK);
        upToDate();
        assertThat(works()).isEqualTo(4);
        assertThat(hub.taken()).hasSize(2);
        assertThat(server.notModified()).isPositive();
    }

    @Test
    void waitsForASourceThatIsDown() throws Exception {
        server.down();
        hub.start(settings(Duration.ofSeconds(20)), CLOCK);
        await().untilAsserted(() -> assertThat(hub.waitings()).hasSizeGreaterThanOrEqualTo(2));
        assertThat(hub.waitings().get(0).en()).contains("cannot be connected");

        server.up();
        upToDate();
        assertThat(stops()).isEqualTo(30);
    }

    @ParameterizedTest
    @EnumSource(value = Misbehaviour.class, names = "NONE", mode = EnumSource.Mode.EXCLUDE)
    void aTimetableThatMisbehavesDoesNotStopTheRoadWorks(Misbehaviour misbehaviour) throws Exception {
        server.misbehave(misbehaviour);
        hub.start(settings(Duration.ofSeconds(misbehaviour == Misbehaviour.HANG ? 1 : 20)), CLOCK);
        await().untilAsserted(() -> assertThat(hub.waitings()).isNotEmpty());

        assertThat(works()).isEqualTo(3);
        assertThat(stops()).isZero();
        assertThat(hub.waitings().get(0).en())
                .contains(
                        switch (misbehaviour) {
                            case HANG -> "did not answer in time";
                            case FAIL -> "HTTP 500";
                            case HTML, TRUNCATE -> "not a whole zip file";
                            case BREAK_OFF -> "broke off";
                            default -> "larger than 1048576 bytes";
                        });

        server.misbehave(Misbehaviour.NONE);
        upToDate();
        assertThat(stops()).isEqualTo(30);
    }

    private TransportSettings settings(Duration responseTimeout) {
        return Example.settings(server.timetable(), Optional.of(server.roadWorks()), responseTimeout);
    }

    /** The next time a round has come to its end without trouble. */
    private void upToDate() {
        // Two more: the first may have begun before what the test changed.
        int goal = hub.timesUpToDate() + 2;
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(hub.timesUpToDate()).isGreaterThanOrEqualTo(goal));
    }

    private long stops() {
        return hub.records().values().stream()
                .filter(change -> change instanceof Change.Upsert<?> upsert && upsert.data() instanceof Facility)
                .count();
    }

    private long works() {
        return hub.records().values().stream()
                .filter(change -> change instanceof Change.Upsert<?> upsert && upsert.data() instanceof Incident)
                .count();
    }

    private List<String> faults() {
        return hub.records().values().stream()
                .filter(Change.Refusal.class::isInstance)
                .map(change -> ((Change.Refusal) change).fault().code())
                .toList();
    }

    private static String code(Change change) {
        if (change instanceof Change.Upsert<?> upsert) {
            return upsert.data() instanceof Facility stop
                    ? stop.facilityCode()
                    : upsert.data() instanceof Incident work ? work.incidentCode() : key(upsert);
        }
        if (change instanceof Change.ListComplete list) {
            return "all of " + list.type();
        }
        try (InputStream raw = change.raw().content().open()) {
            return new String(raw.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String key(Change.Upsert<?> upsert) {
        return String.join("/", RecordTypes.INDICATOR.identity((Indicator) upsert.data()));
    }
}
