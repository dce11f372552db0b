package org.iochub.routes.dossiers.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.iochub.api.Change;
import org.iochub.model.code.DossierStatus;
import org.iochub.model.record.Dossier;
import org.iochub.model.record.Level;
import org.iochub.model.record.RecordTypes;
import org.iochub.model.schema.RecordValidator;
import org.iochub.simulators.http.DossierServiceSimulator;
import org.iochub.simulators.http.Misbehaviour;
import org.iochub.testkit.TestHub;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DossiersPollTest {
    /** Before the hour of the wider reading, so that it is not due. */
    private static final Clock EARLY =
            Clock.fixed(Instant.parse("2026-03-01T18:30:00Z"), ZoneId.of("Asia/Ho_Chi_Minh"));

    private static final Clock LATER =
            Clock.fixed(Instant.parse("2026-03-02T01:00:00Z"), ZoneId.of("Asia/Ho_Chi_Minh"));

    private final DossierServiceSimulator server = DossierServiceSimulator.dossiers(7, EARLY);
    private final TestHub<DossiersSettings> hub = new TestHub<>(new DossiersAdapter(), DossiersPollTest::code);
    private final TestSettings settings = new TestSettings();

    @BeforeEach
    void configure() {
        settings.url = Optional.of(URI.create(server.url() + "/api/dong-bo"));
        settings.applicantKinds = ApplicantDialect.CITIZEN0;
        settings.statusList = Optional.of(StatusList.TWENTY);
        settings.areas = Optional.of(
                "000.21.57.H48=21439@2025-01-01,000.00.57.H48=534,000.00.15.H48=51@2025-01-01,H48.57=21439,H48.15=51");
    }

    @AfterEach
    void stop() {
        hub.close();
        server.close();
    }

    @Test
    void readsAllPagesOnceHoweverManyTiesLieAcrossTheirEnds() throws Exception {
        start(EARLY);
        upToDate();

        assertThat(hub.codes()).hasSize(server.count());
        // Six pages, and one with what lies within the overlap behind the watermark.
        assertThat(hub.taken()).hasSize(7);
        assertThat(hub.taken().get(0).name()).startsWith("DongBoHoSoMC?capNhatTu=2025-12-02T01%3A30");
        upToDate();
        assertThat(hub.taken()).hasSize(7);
        assertThat(hub.taken().toString()).doesNotContain(TestSettings.TOKEN);
    }

    @Test
    void followsNewsChangesAndLateCommits() throws Exception {
        start(EARLY);
        upToDate();

        server.grow(25);
        server.change(2);
        upToDate();
        server.commitLate(Duration.ofMinutes(8));
        upToDate();

        assertThat(hub.codes()).hasSize(server.count()).anyMatch(code -> code.endsWith("-0146"));
        assertThat(dossier("-0002").sourceStatus()).isNotEqualTo("2");
    }

    @Test
    void theWiderReadingFindsWhatCameVeryLate() throws Exception {
        start(EARLY);
        upToDate();
        server.change(2);
        upToDate();
        server.commitLate(Duration.ofHours(30));
        upToDate();
        assertThat(hub.codes()).hasSize(server.count() - 1);
        hub.stop();

        start(LATER);
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(hub.codes()).hasSize(server.count()));
    }

    @Test
    void readsManyPagesOverSeveralRounds() throws Exception {
        settings.maxPages = 2;
        start(EARLY);
        upToDate();
        assertThat(hub.codes()).hasSize(server.count());
    }

    @Test
    void goesOnInTheMiddleAfterARestart() throws Exception {
        hub.refuse(id -> id.contains("/4/"));
        start(EARLY);
        await().untilAsserted(() -> assertThat(hub.refused()).isPositive());
        hub.stop();
        assertThat(hub.taken()).hasSize(3);

        hub.refuse(id -> false);
        start(EARLY);
        upToDate();
        assertThat(hub.taken().get(3).id()).contains("/4/");
        upToDate();
        assertThat(hub.codes()).hasSize(server.count());
        assertThat(hub.taken().stream().map(TestHub.Taken::id)).doesNotHaveDuplicates();
    }

    @Test
    void waitsForASourceThatIsDown() throws Exception {
        server.down();
        start(EARLY);
        await().untilAsserted(() -> assertThat(hub.waitings()).hasSizeGreaterThanOrEqualTo(2));
        assertThat(hub.waitings().get(0).en()).contains("cannot be connected");

        server.up();
        upToDate();
        assertThat(hub.codes()).hasSize(server.count());
    }

    @ParameterizedTest
    @EnumSource(value = Misbehaviour.class, names = "NONE", mode = EnumSource.Mode.EXCLUDE)
    void waitsForASourceThatMisbehaves(Misbehaviour misbehaviour) throws Exception {
        server.misbehave(misbehaviour, 2);
        settings.responseTimeout = Duration.ofSeconds(misbehaviour == Misbehaviour.HANG ? 1 : 20);
        start(EARLY);
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
        assertThat(hub.codes()).hasSize(server.count());
    }

    @Test
    void leavesTheSourceAloneForAsLongAsItAsks() throws Exception {
        server.busy(Optional.of(Duration.ofSeconds(3)));
        start(EARLY);
        await().untilAsserted(() -> assertThat(hub.waitings()).isNotEmpty());
        assertThat(hub.waitings().get(0).en()).contains("HTTP 429");
        long asked = server.requests();
        long since = System.nanoTime();
        server.busy(Optional.empty());

        upToDate();
        assertThat(asked).isEqualTo(1);
        // Without the pause, the next period of 200 ms would have asked.
        assertThat(Duration.ofNanos(System.nanoTime() - since)).isGreaterThan(Duration.ofSeconds(2));
        assertThat(hub.codes()).hasSize(server.count());
    }

    @Test
    void statesAreReadInTheListOfTheSourceAndLevelsAreLinked() throws Exception {
        start(EARLY);
        upToDate();
        RecordValidator<Dossier> validator = RecordValidator.of(RecordTypes.DOSSIER);
        Set<String> refused = new TreeSet<>();
        Set<Level> levels = new TreeSet<>();
        hub.records().values().forEach(change -> {
            if (change instanceof Change.Upsert<?> upsert) {
                Dossier dossier = (Dossier) upsert.data();
                assertThat(validator.validate(dossier)).isEmpty();
                assertThat(upsert.notes()).isEmpty();
                levels.add(dossier.level());
                if (dossier.sourceStatus().equals("6")) {
                    assertThat(dossier.status()).isEqualTo(DossierStatus.IN_PROCESS);
                }
            } else {
                refused.add(((Change.Refusal) change).fault().code());
            }
        });
        assertThat(refused).containsExactly("bad-dossier-code", "missing-field", "unknown-code");
        assertThat(levels).containsExactlyInAnyOrder(Level.PROVINCE, Level.DISTRICT, Level.COMMUNE);
        assertThat(dossier("-0008").links())
                .singleElement()
                .satisfies(link -> assertThat(link.dossierCode())
                        .startsWith("000.00.57.H48-")
                        .endsWith("-0008"));
    }

    @Test
    void stepsAreAskedForInAnInstanceOfTheirOwn() throws Exception {
        try (DossierServiceSimulator steps = DossierServiceSimulator.steps(7, EARLY)) {
            settings.url = Optional.of(URI.create(steps.url() + "/api/dong-bo"));
            settings.polled = Polled.STEPS;
            start(EARLY);
            upToDate();
            assertThat(hub.codes()).hasSize(steps.count());
            assertThat(hub.records().values().stream().filter(Change.Patch.class::isInstance))
                    .hasSizeGreaterThan(100);
        }
    }

    @Test
    void theOtherServiceAtTheAddressIsSaid() throws Exception {
        settings.polled = Polled.STEPS;
        start(EARLY);
        await().untilAsserted(() -> assertThat(hub.waitings()).isNotEmpty());
        assertThat(hub.waitings().get(0).en()).contains("instead of CapNhatTienDoHoSoMC");
        assertThat(hub.taken()).isEmpty();
    }

    private void start(Clock clock) throws Exception {
        hub.start(settings.build(), clock);
    }

    /** The next time a pass has come to its end. */
    private void upToDate() {
        // Two more: the first may have begun before what the test changed.
        int goal = hub.timesUpToDate() + 2;
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(hub.timesUpToDate()).isGreaterThanOrEqualTo(goal));
    }

    private Dossier dossier(String end) {
        return hub.records().values().stream()
                .filter(Change.Upsert.class::isInstance)
                .map(change -> (Dossier) ((Change.Upsert<?>) change).data())
                .filter(dossier -> dossier.dossierCode().endsWith(end))
                .findFirst()
                .orElseThrow();
    }

    /** What stands in the raw form, for refused ones too. */
    private static String code(Change change) {
        try (InputStream raw = change.raw().content().open()) {
            return new ObjectMapper().readTree(raw).path("MaHoSo").asText();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
