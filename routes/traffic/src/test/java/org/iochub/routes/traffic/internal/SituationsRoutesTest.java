package org.iochub.routes.traffic.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.iochub.api.Change;
import org.iochub.model.code.IncidentStatus;
import org.iochub.model.record.Incident;
import org.iochub.simulators.http.DatexSimulator;
import org.iochub.simulators.http.Misbehaviour;
import org.iochub.testkit.TestHub;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(120)
class SituationsRoutesTest {
    private static final Clock CLOCK =
            Clock.fixed(Instant.parse("2026-03-02T01:00:00Z"), ZoneId.of("Asia/Ho_Chi_Minh"));

    private final DatexSimulator centre = new DatexSimulator(7, CLOCK);
    private final TestHub<SituationsSettings> hub = new TestHub<>(new SituationsAdapter(), SituationsRoutesTest::code);

    @AfterEach
    void stop() {
        hub.close();
        centre.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3})
    void readsBothVersionsOnceAndRefusesTheDirt(int version) throws Exception {
        start(version, Duration.ofSeconds(20));
        upToDate();

        assertThat(incidents()).hasSize(centre.count() + 1);
        assertThat(refusals()).containsExactly("unknown-code");
        upToDate();
        assertThat(hub.taken()).hasSize(1);
    }

    @Test
    void followsNewsAndEnds() throws Exception {
        start(3, Duration.ofSeconds(20));
        upToDate();
        centre.happen(2);
        centre.end("TH-0001");
        upToDate();

        assertThat(incidents()).hasSize(centre.count() + 1);
        assertThat(((Incident) ((Change.Upsert<?>) hub.records().get("TH-0001/TH-0001-1")).data()).status())
                .isEqualTo(IncidentStatus.RESOLVED);
    }

    @Test
    void comesAgainWhenTheHubDidNotTakeIt() throws Exception {
        hub.refuse(id -> true);
        start(3, Duration.ofSeconds(20));
        await().untilAsserted(() -> assertThat(hub.refused()).isGreaterThanOrEqualTo(2));
        hub.stop();
        hub.refuse(id -> false);
        start(3, Duration.ofSeconds(20));
        upToDate();
        assertThat(hub.taken()).hasSize(1);
    }

    @Test
    void waitsForASourceThatIsDown() throws Exception {
        centre.down();
        start(3, Duration.ofSeconds(20));
        await().untilAsserted(() -> assertThat(hub.waitings()).isNotEmpty());
        assertThat(hub.waitings().get(0).en()).contains("cannot be connected");
        centre.up();
        upToDate();
        assertThat(hub.taken()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(value = Misbehaviour.class, names = "NONE", mode = EnumSource.Mode.EXCLUDE)
    void waitsForASourceThatMisbehaves(Misbehaviour misbehaviour) throws Exception {
        centre.misbehave(misbehaviour);
        start(3, misbehaviour == Misbehaviour.HANG ? Duration.ofSeconds(1) : Duration.ofSeconds(20));
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(hub.waitings()).isNotEmpty());
        assertThat(hub.taken()).isEmpty();
        centre.misbehave(Misbehaviour.NONE);
        upToDate();
        assertThat(hub.taken()).hasSize(1);
    }

    private void start(int version, Duration patience) throws Exception {
        hub.start(SituationsExample.at(centre.url(version), patience), CLOCK);
    }

    private void upToDate() {
        int goal = hub.timesUpToDate() + 2;
        await().atMost(Duration.ofSeconds(40))
                .untilAsserted(() -> assertThat(hub.timesUpToDate()).isGreaterThanOrEqualTo(goal));
    }

    private List<Change> incidents() {
        return hub.records().values().stream()
                .filter(Change.Upsert.class::isInstance)
                .toList();
    }

    private Set<String> refusals() {
        Set<String> codes = new TreeSet<>();
        hub.records().values().stream()
                .filter(Change.Refusal.class::isInstance)
                .forEach(change -> codes.add(((Change.Refusal) change).fault().code()));
        return codes;
    }

    private static String code(Change change) {
        return change instanceof Change.Upsert<?> upsert
                ? ((Incident) upsert.data()).incidentCode()
                : change.raw().position();
    }
}
