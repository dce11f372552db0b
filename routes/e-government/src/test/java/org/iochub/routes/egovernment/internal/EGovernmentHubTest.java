package org.iochub.routes.egovernment.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static org.awaitility.Awaitility.await;
import static org.iochub.routes.egovernment.internal.Examples.at;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.iochub.api.LogPlace;
import org.iochub.api.Recorded;
import org.iochub.api.RecordedView;
import org.iochub.model.FaultException;
import org.iochub.model.RecordData;
import org.iochub.model.RecordType;
import org.iochub.model.area.AreaRef;
import org.iochub.model.area.AreaRegistry;
import org.iochub.model.code.DossierStatus;
import org.iochub.model.record.Dossier;
import org.iochub.model.record.Indicator;
import org.iochub.model.record.RecordTypes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With the hub's own pipeline and store. */
class EGovernmentHubTest {
    /** A busy machine takes its time. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final String JANUARY = "2026-01-01/2026-01-31";
    private static final Clock MARCH = Clock.fixed(Instant.parse("2026-03-02T01:00:00Z"), ZoneOffset.UTC);
    private static final Optional<AreaRef> KHANH_HOA = area("56", "2025-07-01");

    @TempDir
    Path folder;

    private RealHub hub;

    @BeforeEach
    void open() throws Exception {
        hub = new RealHub(folder);
    }

    @AfterEach
    void close() throws Exception {
        hub.close();
    }

    private static Optional<AreaRef> area(String code, String day) {
        return Optional.of(AreaRegistry.builtIn().require(code, LocalDate.parse(day)));
    }

    private void dossiers(Optional<AreaRef> area, Dossier... dossiers) throws Exception {
        hub.push(RealHub.TENANT, RecordTypes.DOSSIER, area, List.of(dossiers));
    }

    private static Dossier done(int number, String finished) {
        return Examples.dossier("H43.15-260105-%04d".formatted(number), "2026-01-05")
                .dueAt(at("2026-01-12"))
                .finishedAt(at(finished))
                .status(DossierStatus.FINISHED)
                .build();
    }

    private void start() throws Exception {
        hub.start(Examples.settings("56"), MARCH);
    }

    private Indicator january(Definition definition) {
        return hub.indicator(definition, "56", JANUARY).orElseThrow();
    }

    private void awaitCounts(int number) {
        int before = hub.source().timesUpToDate();
        await().atMost(PATIENCE)
                .until(() -> hub.messages().size() >= number && hub.source().timesUpToDate() > before);
    }

    @Test
    void dossiersAndDocumentsBecomeFigures() throws Exception {
        dossiers(KHANH_HOA, done(1, "2026-01-10"), done(2, "2026-01-12"), done(3, "2026-01-20"));
        hub.push(
                RealHub.TENANT,
                RecordTypes.DOCUMENT,
                KHANH_HOA,
                List.of(
                        Examples.document("a", "H43.15", "2026-01-07", Optional.of(true)),
                        Examples.document("b", "000.00.15.H43", "2026-01-08", Optional.of(false)),
                        Examples.document("c", "H43", "2026-01-09", Optional.empty()),
                        Examples.document("incoming", "G12.18", "2026-01-09", Optional.of(true))));
        // Another authority's are not its own.
        hub.push("da-nang", RecordTypes.DOSSIER, KHANH_HOA, List.of(done(9, "2026-01-30")));
        start();
        awaitCounts(1);

        Indicator onTime = january(Definition.ON_TIME);
        assertThat(onTime.value()).isEqualTo(66.67);
        assertThat(onTime.numerator()).hasValue(2);
        assertThat(onTime.denominator()).hasValue(3);
        assertThat(onTime.definition()).contains("egov.dossiers.on-time-rate@1");
        assertThat(onTime.obsStatus()).contains("A");
        assertThat(onTime.revision()).isZero();
        assertThat(january(Definition.ONLINE).value()).isEqualTo(100);
        assertThat(january(Definition.SIGNED).value()).isEqualTo(33.33);
        assertThat(january(Definition.SIGNED).denominator()).hasValue(3);
    }

    @Test
    void nothingToDivideByIsZeroAndMarked() throws Exception {
        start();
        awaitCounts(1);

        Indicator onTime = january(Definition.ON_TIME);
        assertThat(onTime.value()).isZero();
        assertThat(onTime.denominator()).hasValue(0);
        assertThat(onTime.obsStatus()).contains("M");
    }

    @Test
    void aCorrectedDossierRevisesTheFigureAndNothingElse() throws Exception {
        dossiers(KHANH_HOA, done(1, "2026-01-20"), done(2, "2026-01-10"));
        start();
        awaitCounts(1);
        assertThat(january(Definition.ON_TIME).value()).isEqualTo(50);
        List<Indicator> online = hub.logged(Definition.ONLINE, "56", JANUARY);

        dossiers(KHANH_HOA, done(1, "2026-01-11"));
        awaitCounts(2);

        assertThat(hub.logged(Definition.ON_TIME, "56", JANUARY))
                .extracting(Indicator::value, Indicator::revision)
                .containsExactly(tuple(50.0, 0), tuple(100.0, 1));
        assertThat(hub.logged(Definition.ONLINE, "56", JANUARY)).isEqualTo(online);
    }

    @Test
    void withoutNewsNothingIsReadOrWritten() throws Exception {
        dossiers(KHANH_HOA, done(1, "2026-01-10"));
        start();
        awaitCounts(1);
        long head = hub.head();
        int read = hub.readings();

        awaitUpToDate(5);
        // Of another authority: the log grows, the figures are not computed again.
        hub.push("da-nang", RecordTypes.DOSSIER, KHANH_HOA, List.of(done(9, "2026-01-30")));
        awaitUpToDate(5);

        assertThat(hub.readings()).isEqualTo(read);
        assertThat(hub.head()).isEqualTo(head + 1);
        // A repeated dossier is no news either.
        dossiers(KHANH_HOA, done(1, "2026-01-10"));
        awaitUpToDate(3);
        assertThat(hub.readings()).isEqualTo(read);
        assertThat(hub.messages()).hasSize(1);
    }

    private void awaitUpToDate(int times) {
        int until = hub.source().timesUpToDate() + times;
        await().atMost(PATIENCE).until(() -> hub.source().timesUpToDate() >= until);
    }

    @Test
    void aRestartGoesOnWhereItWas() throws Exception {
        dossiers(KHANH_HOA, done(1, "2026-01-10"));
        start();
        awaitCounts(1);
        hub.stop();
        int read = hub.readings();
        start();
        awaitUpToDate(2);
        assertThat(hub.readings()).isEqualTo(read);
        assertThat(hub.messages()).hasSize(1);

        hub.stop();
        dossiers(KHANH_HOA, done(2, "2026-01-20"));
        start();
        awaitCounts(2);
        assertThat(january(Definition.ON_TIME).value()).isEqualTo(50);
        assertThat(january(Definition.ON_TIME).revision()).isEqualTo(1);
    }

    @Test
    void theSameRecordsGiveTheSameBytes(@TempDir Path elsewhere) throws Exception {
        List<Dossier> some = IntStream.range(0, 300)
                .mapToObj(i -> done(i, i % 3 == 0 ? "2026-01-20" : "2026-01-10"))
                .toList();
        hub.push(RealHub.TENANT, RecordTypes.DOSSIER, KHANH_HOA, some);
        start();
        awaitCounts(1);
        try (RealHub other = new RealHub(elsewhere)) {
            other.push(RealHub.TENANT, RecordTypes.DOSSIER, KHANH_HOA, reversed(some));
            other.start(Examples.settings("56"), MARCH);
            await().atMost(PATIENCE).until(() -> !other.messages().isEmpty());

            assertThat(text(other.messages().get(0)))
                    .isEqualTo(text(hub.messages().get(0)));
        }
    }

    private static List<Dossier> reversed(List<Dossier> some) {
        return IntStream.range(0, some.size())
                .mapToObj(i -> some.get(some.size() - 1 - i))
                .toList();
    }

    /** Without the epoch, which is each hub's own. */
    private static String text(byte[] message) {
        return new String(message, StandardCharsets.UTF_8).replaceFirst("\"epoch\":\"[^\"]*\"", "");
    }

    @Test
    void aSplitUnitsShareIsAnEstimateAndTheOldUnitKeepsItsOwnFigures() throws Exception {
        Optional<AreaRef> old = area("22768", "2025-06-30");
        dossiers(
                old,
                Examples.dossier("H43.15-250310-0001", "2025-03-10")
                        .dueAt(at("2025-03-20"))
                        .finishedAt(at("2025-03-15"))
                        .build());
        hub.start(Examples.settings("58@2025-06-30;56"), MARCH);
        awaitCounts(1);

        Indicator before = hub.indicator(Definition.ONLINE, "22768", "2025-01-01/2025-06-30")
                .orElseThrow();
        assertThat(before.obsStatus()).contains("A");
        assertThat(hub.indicator(Definition.ONLINE, "22768", "2025-01-01/2025-07-31"))
                .isEmpty();
        Indicator after = hub.indicator(Definition.ONLINE, "22780", "2025-01-01/2025-07-31")
                .orElseThrow();
        assertThat(after.obsStatus()).contains("E");
        assertThat(after.denominator()).hasValue(0.5);
        assertThat(text(hub.messages().get(0))).contains("Phường Đông Hải (22768)");
        Indicator province =
                hub.indicator(Definition.ONLINE, "56", "2025-01-01/2025-07-31").orElseThrow();
        assertThat(province.obsStatus()).contains("A");
        assertThat(province.denominator()).hasValue(1);
    }

    @Test
    void whatMovedElsewhereDoesNotStandOn() throws Exception {
        dossiers(area("22780", "2025-07-01"), done(1, "2026-01-10"));
        start();
        awaitCounts(1);
        assertThat(hub.indicator(Definition.ONLINE, "22780", JANUARY)
                        .orElseThrow()
                        .denominator())
                .hasValue(1);

        dossiers(area("22888", "2025-07-01"), done(1, "2026-01-10"));
        awaitCounts(2);

        Indicator left = hub.indicator(Definition.ONLINE, "22780", JANUARY).orElseThrow();
        assertThat(left.denominator()).hasValue(0);
        assertThat(left.obsStatus()).contains("M");
        assertThat(left.revision()).isEqualTo(1);
    }

    @Test
    void aStoreThatIsDownIsSaidAndTheNextPeriodTriesAgain() throws Exception {
        dossiers(KHANH_HOA, done(1, "2026-01-10"));
        start();
        awaitCounts(1);
        RecordedView good = hub.source().recorded();
        hub.recorded(new DownView());
        await().atMost(PATIENCE).until(() -> !hub.source().waitings().isEmpty());
        assertThat(hub.source().waitings().get(0).en()).contains("store");

        hub.recorded(good);
        dossiers(KHANH_HOA, done(2, "2026-01-20"));
        awaitCounts(2);
        assertThat(january(Definition.ON_TIME).value()).isEqualTo(50);
    }

    @Test
    void figuresThatTheHubDidNotTakeComeAgain() throws Exception {
        hub.refuse(true);
        dossiers(KHANH_HOA, done(1, "2026-01-10"));
        start();
        await().atMost(PATIENCE).until(() -> hub.readings() >= 2);
        assertThat(hub.indicators()).isEmpty();

        hub.refuse(false);
        awaitCounts(1);
        assertThat(january(Definition.ON_TIME).value()).isEqualTo(100);
        assertThat(january(Definition.ON_TIME).revision()).isZero();
    }

    @Test
    void manyDossiersAreCountedWithoutBeingKept() throws Exception {
        int many = 20_000;
        for (int from = 0; from < many; from += 1_000) {
            hub.push(
                    RealHub.TENANT,
                    RecordTypes.DOSSIER,
                    KHANH_HOA,
                    IntStream.range(from, from + 1_000)
                            .mapToObj(i -> done(i, i % 4 == 0 ? "2026-01-20" : "2026-01-10"))
                            .toList());
        }
        start();
        awaitCounts(1);

        assertThat(january(Definition.ON_TIME).denominator()).hasValue(many);
        assertThat(january(Definition.ON_TIME).value()).isEqualTo(75);
        // One message of the size that one dossier makes.
        assertThat(hub.messages()).hasSize(1);
        assertThat(hub.messages().get(0).length).isLessThan(100_000);
    }

    private record DownView() implements RecordedView {
        private static FaultException down() {
            return FaultException.of("store-down", "", "Kho dữ liệu đang dừng.", "The store is down.");
        }

        @Override
        public LogPlace head() {
            throw down();
        }

        @Override
        public boolean changedSince(LogPlace place) {
            throw down();
        }

        @Override
        public <T extends RecordData> void each(RecordType<T> type, java.util.function.Consumer<Recorded<T>> reader) {
            throw down();
        }

        @Override
        public <T extends RecordData> void eachOwn(
                RecordType<T> type, java.util.function.Consumer<Recorded<T>> reader) {
            throw down();
        }
    }
}
