package org.iochub.declarative.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.iochub.declarative.internal.fetch.Rig.patiently;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.iochub.api.Change;
import org.iochub.api.SourceAdapter;
import org.iochub.core.settings.SecretResolver;
import org.iochub.core.settings.SettingValues;
import org.iochub.core.settings.SettingsBinder;
import org.iochub.model.record.Indicator;
import org.iochub.simulators.sftp.WorkbookSftpSimulator;
import org.iochub.testkit.TestHub;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The sources of the distribution that read workbooks, from a real SFTP server to records. */
class WorkbookSourcesTest {
    private static final Path ROUTES = Path.of("../../routes");

    @ParameterizedTest
    @CsvSource({
        "socio-economic-quang-nam, KTXH.01, unknown-code",
        "socio-economic-quang-ngai-city, KTXH.03, unknown-code",
        "education-duc-pho, education.pupils, missing-field",
        "education-quang-nam, education.classes, missing-field",
        "education-quang-ngai, education.teachers, missing-field",
        "finance-quang-nam, budget.revenue, missing-field",
        "finance-quang-ngai, budget.expenditure, missing-field"
    })
    void everyWorkbookBecomesRecordsAndIsMovedAway(String instance, String indicator, String fault) throws Exception {
        try (WorkbookSftpSimulator simulator = new WorkbookSftpSimulator(1)) {
            Map<String, String> settings = simulator.instances().get(instance);
            Path reports = simulator.home(instance).resolve(settings.get("directory"));
            int sent = workbooks(reports);
            SourceAdapter<DeclaredSettings> adapter = adapter(settings.get("adapter"));
            try (TestHub<DeclaredSettings> hub = new TestHub<>(adapter, Object::toString)) {
                hub.start(bind(adapter, settings), Clock.systemUTC());
                patiently().untilAsserted(() -> assertThat(workbooks(reports)).isZero());
                assertThat(hub.waitings()).isEmpty();
                assertThat(hub.taken()).hasSize(sent);
                List<Change> changes = hub.taken().stream()
                        .flatMap(taken -> taken.changes().stream())
                        .toList();
                assertThat(changes.stream().flatMap(WorkbookSourcesTest::indicator))
                        .anyMatch(code -> code.equals(indicator));
                // Only what the simulator broke is refused.
                assertThat(changes)
                        .filteredOn(Change.Refusal.class::isInstance)
                        .allSatisfy(change -> assertThat(
                                        ((Change.Refusal) change).fault().code())
                                .isIn(fault, "unknown-code"));
            }
            assertThat(workbooks(reports.resolve("da-doc"))).isEqualTo(sent);
        }
    }

    private static Stream<String> indicator(Change change) {
        return change instanceof Change.Upsert<?> upsert && upsert.data() instanceof Indicator indicator
                ? Stream.of(indicator.indicatorCode())
                : Stream.empty();
    }

    /** A workbook that was moved has the time behind its name. */
    private static int workbooks(Path directory) {
        try (Stream<Path> files = Files.list(directory)) {
            return (int) files.filter(file -> file.getFileName().toString().contains(".xlsx"))
                    .count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @SuppressWarnings("unchecked")
    private static SourceAdapter<DeclaredSettings> adapter(String name) throws IOException {
        String yaml = Files.readString(ROUTES.resolve(name).resolve(name + ".yaml"));
        return (SourceAdapter<DeclaredSettings>) Sources.good(yaml).adapter();
    }

    /** As a hub binds an instance's file. */
    private static DeclaredSettings bind(SourceAdapter<DeclaredSettings> adapter, Map<String, String> keys) {
        Map<String, String> own = new HashMap<>(keys);
        own.keySet().removeAll(List.of("adapter", "tenant"));
        // Nothing else writes to the server, so that there is little to wait for.
        own.put("every", "200ms");
        own.put("settle", "100ms");
        SettingsBinder.Result<DeclaredSettings> bound = new SettingsBinder<>(
                        adapter.descriptor().settings(),
                        new SettingValues(new SecretResolver(name -> Optional.empty())))
                .bind(own);
        assertThat(bound).isInstanceOf(SettingsBinder.Result.Bound.class);
        return ((SettingsBinder.Result.Bound<DeclaredSettings>) bound).settings();
    }
}
