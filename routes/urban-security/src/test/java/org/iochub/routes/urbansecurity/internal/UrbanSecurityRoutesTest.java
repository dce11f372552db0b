package org.iochub.routes.urbansecurity.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
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
import org.iochub.model.record.RecordTypes;
import org.iochub.model.schema.RecordValidator;
import org.iochub.simulators.http.CapSimulator;
import org.iochub.simulators.http.Misbehaviour;
import org.iochub.testkit.TestHub;
import org.iochub.testkit.TestMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Timeout(120)
class UrbanSecurityRoutesTest {
    private static final Clock CLOCK =
            Clock.fixed(Instant.parse("2026-03-02T01:00:00Z"), ZoneId.of("Asia/Ho_Chi_Minh"));
    private static final String QUANG_NAM = CapSimulator.QUANG_NAM;

    private final CapSimulator site = new CapSimulator(7, CLOCK);
    private final TestHub<UrbanSecuritySettings> hub =
            new TestHub<>(new UrbanSecurityAdapter(), UrbanSecurityRoutesTest::code);

    @AfterEach
    void stop() {
        hub.close();
        site.close();
    }

    @Test
    void readsEveryAlertOnceAndRefusesTheDirt() throws Exception {
        start(Duration.ofSeconds(20));
        upToDate();
        int shown = site.shown(QUANG_NAM);
        assertThat(hub.taken()).hasSize(shown);

        RecordValidator<Incident> validator = RecordValidator.of(RecordTypes.INCIDENT);
        Set<String> refused = new TreeSet<>();
        changes().forEach(change -> {
            if (change instanceof Change.Upsert<?> upsert) {
                assertThat(validator.validate((Incident) upsert.data())).isEmpty();
            } else {
                refused.add(((Change.Refusal) change).fault().code());
            }
        });
        assertThat(refused).containsExactly("missing-field", "unknown-code", "xml-malformed");
        upToDate();
        assertThat(hub.taken()).hasSize(shown);
        assertThat(site.notModified()).isPositive();
    }

    @Test
    void updatesThatNameOnlyTheMessageBeforeThemLandOnTheSameIncident() throws Exception {
        start(Duration.ofSeconds(20));
        upToDate();

        // Nothing but dirt is about an incident that was never announced.
        Set<String> announced = new TreeSet<>();
        Set<String> followed = new TreeSet<>();
        upserts()
                .forEach(incident -> (incident.status() == IncidentStatus.ACTIVE ? announced : followed)
                        .add(incident.incidentCode()));
        assertThat(followed).isNotEmpty();
        assertThat(announced).containsAll(followed);
        assertThat(upserts().stream().filter(incident -> incident.status() == IncidentStatus.CANCELLED))
                .isNotEmpty();
    }

    @Test
    void followsNews() throws Exception {
        start(Duration.ofSeconds(20));
        upToDate();
        int before = hub.taken().size();
        site.happen(QUANG_NAM, 3);
        upToDate();
        assertThat(hub.taken()).hasSize(site.shown(QUANG_NAM)).hasSizeGreaterThan(before);
    }

    @Test
    void readsASingleAlert() throws Exception {
        hub.start(Example.at(site.firstAlert(QUANG_NAM), Duration.ofSeconds(20), "49;48"), CLOCK);
        upToDate();
        assertThat(hub.taken()).hasSize(1);
        assertThat(upserts()).hasSize(1);
    }

    @Test
    void goesOnInTheMiddleAfterARestart() throws Exception {
        hub.refuse(id -> id.contains("CB-00005"));
        start(Duration.ofSeconds(20));
        await().untilAsserted(() -> assertThat(hub.refused()).isPositive());
        hub.stop();
        int before = hub.taken().size();
        assertThat(before).isPositive().isLessThan(site.shown(QUANG_NAM));

        hub.refuse(id -> false);
        start(Duration.ofSeconds(20));
        upToDate();
        assertThat(hub.taken()).hasSize(site.shown(QUANG_NAM));
        assertThat(hub.taken().stream().map(TestHub.Taken::id)).doesNotHaveDuplicates();
    }

    @Test
    void waitsForASourceThatIsDown() throws Exception {
        site.down();
        start(Duration.ofSeconds(20));
        await().untilAsserted(() -> assertThat(hub.waitings()).hasSizeGreaterThanOrEqualTo(2));
        assertThat(hub.waitings().get(0).en()).contains("cannot be connected");
        site.up();
        upToDate();
        assertThat(hub.taken()).hasSize(site.shown(QUANG_NAM));
    }

    @ParameterizedTest
    @EnumSource(value = Misbehaviour.class, names = "NONE", mode = EnumSource.Mode.EXCLUDE)
    void waitsForASourceThatMisbehaves(Misbehaviour misbehaviour) throws Exception {
        site.misbehave(misbehaviour);
        start(misbehaviour == Misbehaviour.HANG ? Duration.ofSeconds(1) : Duration.ofSeconds(20));
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(hub.waitings()).isNotEmpty());
        assertThat(hub.taken()).isEmpty();
        site.misbehave(Misbehaviour.NONE);
        upToDate();
        assertThat(hub.taken()).hasSize(site.shown(QUANG_NAM));
    }

    @Test
    void anAlertThatIsCutOffIsAskedForAgain() throws Exception {
        site.misbehaveOnAlerts(Misbehaviour.BREAK_OFF);
        start(Duration.ofSeconds(20));
        await().untilAsserted(() -> assertThat(hub.waitings()).isNotEmpty());
        assertThat(hub.waitings().get(0).en()).contains("broke off");
        assertThat(hub.taken()).isEmpty();
        site.misbehaveOnAlerts(Misbehaviour.NONE);
        upToDate();
        assertThat(hub.taken()).hasSize(site.shown(QUANG_NAM));
    }

    @Test
    void takesFilesAndMovesThemWhenTheyAreDurable(@TempDir Path directory) throws Exception {
        String alert =
                new String(TestMessage.fixture(getClass(), "fixtures/alert.xml").body(), StandardCharsets.UTF_8);
        Files.writeString(directory.resolve("CB-1.xml"), alert);
        hub.refuse(id -> true);
        hub.start(Example.at(URI.create("file:" + directory), Duration.ofSeconds(5), "51"), CLOCK);
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(hub.refused()).isPositive());
        assertThat(directory.resolve("CB-1.xml")).exists();

        hub.refuse(id -> false);
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(directory.resolve("CB-1.xml")).doesNotExist());
        assertThat(upserts()).hasSize(1);
    }

    private void start(Duration patience) throws Exception {
        hub.start(Example.at(site.index(QUANG_NAM), patience, "49;48"), CLOCK);
    }

    private void upToDate() {
        // Two more: the first may have begun before what the test changed.
        int goal = hub.timesUpToDate() + 2;
        await().atMost(Duration.ofSeconds(40))
                .untilAsserted(() -> assertThat(hub.timesUpToDate()).isGreaterThanOrEqualTo(goal));
    }

    private List<Change> changes() {
        return hub.taken().stream()
                .flatMap(message -> message.changes().stream())
                .toList();
    }

    private List<Incident> upserts() {
        return changes().stream()
                .filter(Change.Upsert.class::isInstance)
                .map(change -> (Incident) ((Change.Upsert<?>) change).data())
                .toList();
    }

    private static String code(Change change) {
        return change instanceof Change.Upsert<?> upsert
                ? ((Incident) upsert.data()).incidentCode()
                : change.toString();
    }
}
