package org.iochub.declarative.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.iochub.declarative.internal.fetch.Rig.patiently;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.iochub.api.Change;
import org.iochub.api.SourceAdapter;
import org.iochub.core.settings.SecretResolver;
import org.iochub.core.settings.SettingValues;
import org.iochub.core.settings.SettingsBinder;
import org.iochub.model.record.Facility;
import org.iochub.model.record.Incident;
import org.iochub.model.record.Indicator;
import org.iochub.model.record.Observation;
import org.iochub.simulators.Simulator;
import org.iochub.simulators.http.ConstructionPlanSimulator;
import org.iochub.simulators.http.Misbehaviour;
import org.iochub.simulators.http.StatisticsJsonSimulator;
import org.iochub.simulators.mail.TradeMailSimulator;
import org.iochub.simulators.mqtt.FishingVesselSimulator;
import org.iochub.simulators.sftp.BudgetCsvSimulator;
import org.iochub.testkit.TestHub;
import org.junit.jupiter.api.Test;

/** Sources of the distribution against the real servers that simulate them, from the wire to records. */
class SimulatedSourcesTest {
    private static final Path ROUTES = Path.of("../../routes");

    @Test
    void vesselsAreHeardAndTheirEventsHaveAnEnd() throws Exception {
        try (FishingVesselSimulator simulator = new FishingVesselSimulator(1, Optional.empty());
                TestHub<DeclaredSettings> hub = start(simulator, "fishing-vessels-quang-ngai")) {
            patiently()
                    .untilAsserted(() -> assertThat(refused(hub))
                            .containsExactlyInAnyOrder("impossible-value", "missing-field", "unknown-code"));
            patiently().untilAsserted(() -> assertThat(simulator.host().held()).isZero());
            assertThat(data(hub, Observation.class)).hasSizeGreaterThan(140);
            assertThat(data(hub, Observation.class))
                    .allSatisfy(position -> assertThat(position.facilityCode()).matches("\\S{8,64}"))
                    .anySatisfy(position -> {
                        assertThat(position.valid()).isFalse();
                        assertThat(position.location()).isEmpty();
                    });
            assertThat(data(hub, Incident.class).stream()
                            .filter(incident -> incident.incidentCode().equals("MKN-1"))
                            .map(incident -> incident.status().code()))
                    .containsExactly("active", "updated", "resolved");
            assertThat(changes(hub).toString()).doesNotContain("Chủ tàu", "TS\"");
        }
    }

    @Test
    void mailsBecomeFiguresOnceAndForeignOnesStay() throws Exception {
        try (TradeMailSimulator simulator = new TradeMailSimulator(1, Optional.empty());
                TestHub<DeclaredSettings> hub = start(simulator, "industry-trade-duc-pho")) {
            // The picture and the stranger's mail stay as they are.
            patiently()
                    .untilAsserted(() -> assertThat(simulator.host().unseen("ioc@duc-pho.example.vn"))
                            .isEqualTo(2));
            assertThat(refused(hub)).contains("unknown-code", "bad-number");
            assertThat(data(hub, Indicator.class))
                    // Seven sound files of six figures, and the one sound row among the dirt.
                    .hasSize(7 * 6 + 1)
                    .allSatisfy(figure -> assertThat(figure.area()).isEqualTo("534"))
                    .anySatisfy(figure -> assertThat(figure.multiplier()).hasValue(1_000_000_000));
        }
    }

    @Test
    void sdmxJsonIsReadWithItsDeletions() throws Exception {
        try (StatisticsJsonSimulator simulator = new StatisticsJsonSimulator(1);
                TestHub<DeclaredSettings> hub = start(simulator, "statistics-json-quang-nam")) {
            patiently()
                    .untilAsserted(() -> assertThat(data(hub, Indicator.class)).hasSizeGreaterThan(25));
            assertThat(refused(hub)).containsExactlyInAnyOrder("unknown-code", "bad-number");
            assertThat(changes(hub)).anyMatch(Change.Delete.class::isInstance);
            assertThat(data(hub, Indicator.class))
                    .allSatisfy(figure -> assertThat(figure.submissionId()).contains("CTK:XAHOI(1.0)"));
        }
    }

    @Test
    void plansInMetresLieInVietnamAndARevisionIsReadAfterAnOutage() throws Exception {
        try (ConstructionPlanSimulator simulator = new ConstructionPlanSimulator(1)) {
            simulator.misbehave(Misbehaviour.FAIL);
            try (TestHub<DeclaredSettings> hub = start(simulator, "construction-plans-quang-ngai")) {
                patiently().untilAsserted(() -> assertThat(hub.waitings()).isNotEmpty());
                simulator.misbehave(Misbehaviour.NONE);
                hub.stop();
                hub.start(settings(simulator, "construction-plans-quang-ngai"), Clock.systemUTC());
                patiently().untilAsserted(() -> assertThat(hub.taken()).hasSize(1));
                assertThat(refused(hub)).containsExactlyInAnyOrder("unknown-code", "bad-geometry");
                assertThat(data(hub, Facility.class))
                        .hasSizeGreaterThan(50)
                        .filteredOn(zone -> zone.location().isPresent())
                        .allSatisfy(zone -> {
                            assertThat(zone.location().orElseThrow().latitude()).isBetween(15.0, 15.3);
                            assertThat(zone.location().orElseThrow().longitude())
                                    .isBetween(108.6, 109.0);
                        });
                simulator.revise();
                patiently().untilAsserted(() -> assertThat(hub.taken()).hasSize(2));
            }
        }
    }

    @Test
    void budgetsAreInDongWhateverTheRowIsIn() throws Exception {
        try (BudgetCsvSimulator simulator = new BudgetCsvSimulator(1);
                TestHub<DeclaredSettings> hub = start(simulator, "finance-csv-quang-ngai-city")) {
            patiently().untilAsserted(() -> assertThat(hub.taken()).hasSize(5));
            assertThat(refused(hub)).contains("missing-field").hasSizeBetween(2, 4);
            assertThat(data(hub, Indicator.class))
                    .hasSize(4 * 12 + 1)
                    .filteredOn(figure -> figure.measure().code().equals("plan"))
                    .allSatisfy(figure -> assertThat(figure.value()).isGreaterThanOrEqualTo(5_100_000_000.0));
        }
    }

    private static TestHub<DeclaredSettings> start(Simulator simulator, String instance) throws Exception {
        TestHub<DeclaredSettings> hub = new TestHub<>(adapter(simulator, instance), Object::toString);
        try {
            hub.start(settings(simulator, instance), Clock.systemUTC());
            return hub;
        } catch (Exception | AssertionError e) {
            hub.close();
            throw e;
        }
    }

    private static List<Change> changes(TestHub<DeclaredSettings> hub) {
        return hub.taken().stream().flatMap(taken -> taken.changes().stream()).toList();
    }

    private static Set<String> refused(TestHub<DeclaredSettings> hub) {
        return changes(hub).stream()
                .filter(Change.Refusal.class::isInstance)
                .map(change -> ((Change.Refusal) change).fault().code())
                .collect(Collectors.toSet());
    }

    private static <T> List<T> data(TestHub<DeclaredSettings> hub, Class<T> type) {
        return changes(hub).stream()
                .filter(Change.Upsert.class::isInstance)
                .map(change -> ((Change.Upsert<?>) change).data())
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    @SuppressWarnings("unchecked")
    private static SourceAdapter<DeclaredSettings> adapter(Simulator simulator, String instance) throws IOException {
        String name = simulator.instances().get(instance).get("adapter");
        String yaml = Files.readString(ROUTES.resolve(name).resolve(name + ".yaml"));
        return (SourceAdapter<DeclaredSettings>) Sources.good(yaml).adapter();
    }

    /** As a hub binds an instance's file. */
    private static DeclaredSettings settings(Simulator simulator, String instance) throws IOException {
        Map<String, String> own = new HashMap<>(simulator.instances().get(instance));
        own.keySet().removeAll(List.of("adapter", "tenant"));
        own.computeIfPresent("every", (key, value) -> "300ms");
        own.computeIfPresent("settle", (key, value) -> "100ms");
        SettingsBinder.Result<DeclaredSettings> bound = new SettingsBinder<>(
                        adapter(simulator, instance).descriptor().settings(),
                        new SettingValues(new SecretResolver(name -> Optional.empty())))
                .bind(own);
        assertThat(bound).isInstanceOf(SettingsBinder.Result.Bound.class);
        return ((SettingsBinder.Result.Bound<DeclaredSettings>) bound).settings();
    }
}
