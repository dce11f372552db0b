package org.iochub.routes.health.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.iochub.routes.health.internal.Example.base64;
import static org.iochub.routes.health.internal.Example.from;
import static org.iochub.routes.health.internal.Example.hoso;
import static org.iochub.routes.health.internal.Example.visit;
import static org.iochub.routes.health.internal.Example.visits;
import static org.iochub.routes.health.internal.Example.wrap;
import static org.iochub.routes.health.internal.Example.xml1;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.iochub.api.Change;
import org.iochub.api.RawMessage;
import org.iochub.model.VersionKey;
import org.iochub.model.area.AreaRef;
import org.iochub.model.area.AreaRegistry;
import org.iochub.model.code.Frequency;
import org.iochub.model.record.Indicator;
import org.iochub.model.record.RecordTypes;
import org.iochub.model.schema.RecordValidator;
import org.iochub.simulators.push.HealthPushSimulator;
import org.iochub.testkit.TestMessage;
import org.iochub.testkit.TestSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class HealthNormalizerTest {
    private static final String SOUND = xml1("01", "J18.9", "202603010800", "202603010930");

    @Test
    void countsTheFixture() throws IOException {
        List<Change> changes = changes(TestMessage.fixture(getClass(), "fixtures/package.xml"), Example.settings());

        assertThat(figures(changes))
                .containsEntry("health.visits outpatient", 2.0)
                .containsEntry("health.visits inpatient", 2.0)
                .containsEntry("health.visits-by-icd-chapter other", 4.0)
                .containsEntry("health.visits-by-icd-chapter X", 0.0)
                .hasSize(26);
        assertThat(indicators(changes)).allSatisfy(indicator -> {
            assertThat(indicator.area()).isEqualTo("21025");
            assertThat(indicator.period()).isEqualTo("2026-03-01/2026-03-01");
            assertThat(indicator.frequency()).isEqualTo(Frequency.DAILY);
            assertThat(indicator.breakdown()).containsEntry("facility", "51901");
        });
        assertThat(((Change.Upsert<?>) changes.get(0)).area())
                .contains(new AreaRef("21025", LocalDate.parse("2025-07-01")));
    }

    @Test
    void showsEverythingWhereNothingIsToBeMerged() throws IOException {
        Map<String, Double> figures = figures(changes(
                TestMessage.fixture(getClass(), "fixtures/package.xml"),
                Example.settings(Span.DAY, 1, Optional.empty(), 1 << 20)));

        assertThat(figures)
                .containsEntry("health.visits-by-icd-chapter X", 2.0)
                .containsEntry("health.visits-by-icd-chapter IX", 1.0)
                .containsEntry("health.visits-by-icd-chapter I", 1.0)
                .containsEntry("health.visits-by-icd-chapter other", 0.0)
                // Three nights, and a stay within one day.
                .containsEntry("health.bed-days", 4.0);
    }

    @Test
    void hidesSmallGroupsAndWhatWouldGiveThemAway() throws IOException {
        String[] records = Stream.of(
                        visits(20, "01", "J18"), visits(6, "01", "I10"), visits(2, "01", "C50"), visits(3, "03", "J06"))
                .flatMap(Stream::of)
                .toArray(String[]::new);
        List<Change> changes = changes(wrap(records));

        // Two cancers alone could be told from the total: the six of chapter IX stand beside them.
        assertThat(figures(changes))
                .containsEntry("health.visits-by-icd-chapter X", 23.0)
                .containsEntry("health.visits-by-icd-chapter IX", 0.0)
                .containsEntry("health.visits-by-icd-chapter II", 0.0)
                .containsEntry("health.visits-by-icd-chapter other", 8.0)
                .containsEntry("health.bed-days", 0.0);
        assertThat(indicators(changes).stream()
                        .filter(indicator -> indicator.obsStatus().isPresent())
                        .map(HealthNormalizerTest::key))
                .containsExactlyInAnyOrder(
                        "health.visits-by-icd-chapter II", "health.visits-by-icd-chapter IX", "health.bed-days");
    }

    static Stream<Arguments> brokenRecords() {
        return Stream.of(
                Arguments.of("bad-base64", hoso("XML1", "%%%Nguyễn Thị Mẫu")),
                Arguments.of("bad-base64", hoso("XML1", base64(SOUND).substring(0, 101))),
                Arguments.of("bad-base64", hoso("XML1", base64(SOUND) + "AAAA=AAA")),
                Arguments.of("xml-malformed", hoso("XML1", "")),
                Arguments.of("xml-malformed", hoso("XML1", base64(SOUND.substring(0, 120)))),
                Arguments.of("xml-malformed", hoso("XML1", base64("Nguyễn Thị Mẫu 051185000001"))),
                Arguments.of("xml-forbidden-dtd", hoso("XML1", base64("<!DOCTYPE a [<!ENTITY b \"c\">]>" + SOUND))),
                Arguments.of("xml-malformed", hoso("XML1", base64("<TONG_HOP>&TranVanThu;</TONG_HOP>"))),
                Arguments.of("xml-too-deep", hoso("XML1", base64("<a>".repeat(100) + "</a>".repeat(100)))),
                Arguments.of("too-large", hoso("XML1", base64(SOUND + " ".repeat(70_000)))),
                Arguments.of("unknown-code", hoso("XML16", base64(SOUND))),
                Arguments.of("unknown-code", hoso("Nguyễn Thị Mẫu", base64(SOUND))),
                Arguments.of("unknown-code", record("Nguyễn Thị Mẫu", "J18", "202603010800", "202603010930")),
                Arguments.of("unknown-code", record("99", "J18", "202603010800", "202603010930")),
                Arguments.of("unknown-code", record("01", "Nguyễn Thị Mẫu", "202603010800", "202603010930")),
                Arguments.of("unknown-code", record("01", "E95", "202603010800", "202603010930")),
                Arguments.of("impossible-date", record("01", "J18", "202602300800", "202603010930")),
                Arguments.of("impossible-date", record("01", "J18", "20260301", "202603010930")),
                Arguments.of("impossible-date", record("01", "J18", "202603010800", "202603012460")),
                Arguments.of("impossible-date", record("01", "J18", "202603010800", "051185000001")),
                Arguments.of("impossible-date", record("03", "J18", "202603020800", "202603010930")),
                Arguments.of("missing-field", record("03", "J18", "202603010800", "")),
                Arguments.of("missing-field", record("", "J18", "202603010800", "202603010930")),
                Arguments.of("missing-field", hoso("XML3", base64("<a/>"))),
                Arguments.of("missing-field", "<HOSO/>"),
                Arguments.of("missing-field", hoso("XML1", base64(SOUND)).replaceAll("<LOAIHOSO>.*</LOAIHOSO>", "")),
                Arguments.of(
                        "repeated-field",
                        hoso("XML1", base64(SOUND.replace("</TONG_HOP>", "<NGAY_RA>1</NGAY_RA></TONG_HOP>")))));
    }

    private static String record(String kind, String disease, String from, String to) {
        return hoso("XML1", base64(xml1(kind, disease, from, to)));
    }

    @ParameterizedTest
    @MethodSource("brokenRecords")
    void refusesABrokenRecordAloneAndSaysNothingOfIt(String code, String broken) throws IOException {
        List<Change> changes = changes(
                TestMessage.of("package", wrap(visit("01", "J18"), broken, visit("01", "J18"))),
                Example.settings(Span.DAY, 1, Optional.empty(), 65_536));

        Change.Refusal refusal = (Change.Refusal) changes.get(0);
        assertThat(refusal.fault().code()).isEqualTo(code);
        assertThat(refusal.fault().where()).startsWith("HOSO[2]");
        assertThat(refusal.raw().position()).isEqualTo("HOSO[2]");
        assertThat(figures(changes))
                .containsEntry("health.visits outpatient", 2.0)
                .hasSize(26);
        assertThat(changes)
                .filteredOn(Change.Upsert.class::isInstance)
                .allSatisfy(change -> assertThat(((Change.Upsert<?>) change).notes())
                        .anySatisfy(note -> assertThat(note.message().en()).startsWith("1 records")));
        assertNothingPersonal(changes);
    }

    static Stream<Arguments> brokenPackages() {
        String one = visit("01", "J18");
        return Stream.of(
                Arguments.of("wrong-count", from("51901", "20260301", "2", one)),
                Arguments.of("wrong-count", from("51901", "20260301", "0", one)),
                Arguments.of("wrong-count", from("51901", "20260301", "Nguyễn Thị Mẫu", one)),
                Arguments.of("unknown-facility", from("99999", "20260301", "1", one)),
                Arguments.of("unknown-facility", from("Nguyễn Thị Mẫu", "20260301", "1", one)),
                Arguments.of("unknown-facility", from("051185000001", "20260301", "1", one)),
                Arguments.of("area-not-valid", from("51901", "20250301", "1", one)),
                Arguments.of("impossible-date", from("51901", "20260230", "1", one)),
                Arguments.of("impossible-date", from("51901", "051185000001", "1", one)),
                Arguments.of("future-date", from("51901", "20260303", "1", one)),
                Arguments.of("missing-field", wrap(one).replaceAll("<NGAYLAP>.*</NGAYLAP>", "")),
                Arguments.of("repeated-field", wrap(one, "<NGAYLAP>20260301</NGAYLAP>")),
                Arguments.of("not-a-package", "<TONG_HOP><HO_TEN>Nguyễn Thị Mẫu</HO_TEN></TONG_HOP>"),
                Arguments.of("xml-malformed", "Nguyễn Thị Mẫu"),
                Arguments.of("xml-malformed", ""),
                Arguments.of("xml-malformed", wrap(one, one).substring(0, 700)),
                Arguments.of("xml-malformed", wrap(one).replace("</FILEHOSO>", "")),
                Arguments.of("xml-forbidden-dtd", "<!DOCTYPE a SYSTEM \"file:///etc/passwd\">" + wrap(one)),
                Arguments.of(
                        "xml-forbidden-dtd",
                        "<!DOCTYPE a [<!ENTITY b \"" + "x".repeat(100) + "\"><!ENTITY c \"&b;&b;\">]>" + wrap(one)),
                Arguments.of("xml-malformed", wrap(one, "<a>&TranVanThu;</a>")),
                Arguments.of("xml-too-deep", wrap(one, "<a>".repeat(50))),
                Arguments.of("xml-too-long-text", wrap(hoso("XML3", "A".repeat(3 << 20)))));
    }

    @ParameterizedTest
    @MethodSource("brokenPackages")
    void takesNothingOfABrokenPackageAndSaysNothingOfIt(String code, String broken) throws IOException {
        List<Change> changes = changes(broken);

        assertThat(changes).hasSize(1);
        assertThat(((Change.Refusal) changes.get(0)).fault().code()).isEqualTo(code);
        assertNothingPersonal(changes);
    }

    @Test
    void nothingPersonalLeavesTheFixture() throws IOException {
        assertNothingPersonal(changes(TestMessage.fixture(getClass(), "fixtures/package.xml"), Example.settings()));
    }

    @Test
    void aPackageTooLargeIsRefused() throws IOException {
        List<Change> changes = changes(wrap(visit("01", "J18"), "<!--" + "x".repeat(17 << 20) + "-->"));

        assertThat(changes).hasSize(1);
        assertThat(((Change.Refusal) changes.get(0)).fault().code()).isEqualTo("too-large");
    }

    @Test
    void aCorrectedPackageReplacesEveryFigureAndAnOlderOneIsKnownAsOlder() throws IOException {
        HealthSettings settings = Example.settings(Span.DAY, 5, Optional.of("X-Sent-At"), 1 << 20);
        TestMessage first =
                TestMessage.of("first", wrap(visits(7, "01", "J18"))).with("x-sent-at", "2026-03-01T17:00:00+07:00");
        TestMessage corrected = TestMessage.of("corrected", wrap(visits(6, "03", "I10")))
                .with("X-Sent-At", "2026-03-01T19:00:00+07:00");
        List<Change> before = changes(first, settings);
        List<Change> after = changes(corrected, settings);

        assertThat(ids(after)).isEqualTo(ids(before));
        assertThat(figures(after))
                .containsEntry("health.visits-by-icd-chapter X", 0.0)
                .containsEntry("health.visits-by-icd-chapter IX", 6.0);
        assertThat(version(after)).isGreaterThan(version(before));
        assertThat(changes(first, settings).toString().replaceAll("\\$\\$Lambda[^,\\]]*", ""))
                .isEqualTo(before.toString().replaceAll("\\$\\$Lambda[^,\\]]*", ""));
    }

    @Test
    void refusesAPackageWithoutTheSendingTimeItIsToHave() throws IOException {
        HealthSettings settings = Example.settings(Span.DAY, 5, Optional.of("X-Sent-At"), 1 << 20);
        TestMessage message = TestMessage.of("package", wrap(visit("01", "J18")));

        for (TestMessage one : List.of(
                message, message.with("X-Sent-At", "hôm qua"), message.with("X-Sent-At", "2027-03-01T00:00:00Z"))) {
            List<Change> changes = changes(one, settings);
            assertThat(changes).hasSize(1);
            assertThat(((Change.Refusal) changes.get(0)).fault().where()).isEqualTo("X-Sent-At");
        }
    }

    @Test
    void aMonthSoFarGrowsUnderTheSameRecords() throws IOException {
        HealthSettings settings = Example.settings(Span.MONTH, 5, Optional.empty(), 1 << 20);
        List<Change> early =
                changes(TestMessage.of("early", from("51901", "20260210", "5", visits(5, "01", "J18"))), settings);
        List<Change> late =
                changes(TestMessage.of("late", from("51901", "20260228", "9", visits(9, "01", "J18"))), settings);

        assertThat(indicators(late).get(0).period()).isEqualTo("2026-02-01/2026-02-28");
        assertThat(ids(late)).isEqualTo(ids(early));
        assertThat(version(late)).isGreaterThan(version(early));
        assertThat(version(early))
                .isEqualTo(VersionKey.at(OffsetDateTime.parse("2026-02-10T00:00:00+07:00")
                                .toInstant())
                        .order()
                        .orElseThrow());
    }

    @Test
    void arrivalsAreNoVisits() throws IOException {
        String arrival = hoso("XML0", base64("<CHECKIN><HO_TEN>Nguyễn Thị Mẫu</HO_TEN></CHECKIN>"));

        assertThat(changes(wrap(arrival, arrival))).isEmpty();
        assertThat(figures(changes(wrap(arrival, visit("01", "J18"))))).containsEntry("health.visits outpatient", 1.0);
    }

    @Test
    void readsOnlyAsFarAsItsChangesAreTaken() throws IOException {
        String[] records = Stream.concat(Stream.of("<HOSO/>"), Stream.of(visits(3_000, "01", "J18")))
                .toArray(String[]::new);
        TestMessage message = TestMessage.of("package", wrap(records));
        AtomicLong read = new AtomicLong();
        RawMessage counted = new Counted(message, read);
        HealthNormalizer normalizer = new HealthNormalizer(TestSource.of(Example.settings(), AreaRegistry.builtIn()));

        try (Stream<Change> changes = normalizer.normalize(counted)) {
            Iterator<Change> iterator = changes.iterator();
            assertThat(iterator.next()).isInstanceOf(Change.Refusal.class);
            assertThat(read.get()).isLessThan(message.size() / 10);
            assertThat(iterator).toIterable().hasSize(26);
        }
    }

    /** A message that tells how much of it was read. */
    private record Counted(TestMessage message, AtomicLong read) implements RawMessage {
        @Override
        public String id() {
            return message.id();
        }

        @Override
        public String name() {
            return message.name();
        }

        @Override
        public long size() {
            return message.size();
        }

        @Override
        public OffsetDateTime receivedAt() {
            return message.receivedAt();
        }

        @Override
        public Map<String, String> attributes() {
            return message.attributes();
        }

        @Override
        public InputStream open() {
            return new FilterInputStream(message.open()) {
                @Override
                public int read() throws IOException {
                    read.incrementAndGet();
                    return super.read();
                }

                @Override
                public int read(byte[] buffer, int offset, int length) throws IOException {
                    int n = super.read(buffer, offset, length);
                    read.addAndGet(Math.max(n, 0));
                    return n;
                }
            };
        }
    }

    @Test
    void aDiskThatFailsBringsTheMessageAgain() {
        IOException trouble = new IOException("disk");
        RawMessage failing = new Failing(TestMessage.of("package", ""), trouble);
        HealthNormalizer normalizer = new HealthNormalizer(TestSource.of(Example.settings(), AreaRegistry.builtIn()));

        assertThatThrownBy(() -> normalizer.normalize(failing).toList())
                .isInstanceOf(UncheckedIOException.class)
                .hasCause(trouble);
    }

    /** A message whose first byte cannot be read. */
    private record Failing(TestMessage message, IOException trouble) implements RawMessage {
        @Override
        public String id() {
            return message.id();
        }

        @Override
        public String name() {
            return message.name();
        }

        @Override
        public long size() {
            return message.size();
        }

        @Override
        public OffsetDateTime receivedAt() {
            return message.receivedAt();
        }

        @Override
        public Map<String, String> attributes() {
            return message.attributes();
        }

        @Override
        public InputStream open() {
            return new InputStream() {
                @Override
                public int read() throws IOException {
                    throw trouble;
                }
            };
        }
    }

    @Test
    void aDayWithoutVisitsIsAFigureToo() throws IOException {
        assertThat(figures(changes(wrap())))
                .hasSize(26)
                .allSatisfy((key, value) -> assertThat(value).isZero());
    }

    @Test
    void aFacilityLiesWhereItLayThen() throws IOException {
        assertThat(indicators(changes(from("51902", "20250630", "1", visit("01", "J18"))))
                        .get(0)
                        .area())
                .isEqualTo("534");
        assertThat(indicators(changes(from("51902", "20250701", "1", visit("01", "J18"))))
                        .get(0)
                        .area())
                .isEqualTo("21439");
    }

    @Test
    void theSimulatorsPackagesGiveValidRecordsAndTheExpectedRefusals() throws IOException {
        HealthPushSimulator simulator = new HealthPushSimulator(7);
        HealthSettings settings = Example.settings(Span.DAY, 5, Optional.of("X-Sent-At"), 1 << 20);
        RecordValidator<Indicator> validator = RecordValidator.of(RecordTypes.INDICATOR);
        Map<String, Integer> refused = new TreeMap<>();
        for (int i = 0; i < simulator.packages().size(); i++) {
            TestMessage message = TestMessage.of("package", simulator.packages().get(i));
            // The last day of the history lies after the test's receipt.
            message = new TestMessage(
                    message.id(),
                    message.name(),
                    message.body(),
                    OffsetDateTime.parse("2026-03-04T08:00:00+07:00"),
                    simulator.headers().get(i));
            List<Change> changes = changes(message, settings);
            indicators(changes)
                    .forEach(indicator ->
                            assertThat(validator.validate(indicator)).isEmpty());
            changes.stream()
                    .filter(Change.Refusal.class::isInstance)
                    .forEach(change ->
                            refused.merge(((Change.Refusal) change).fault().code(), 1, Integer::sum));
        }
        assertThat(refused)
                .isEqualTo(Map.of(
                        "bad-base64",
                        1,
                        "impossible-date",
                        1,
                        "unknown-code",
                        3,
                        "unknown-facility",
                        1,
                        "wrong-count",
                        1,
                        "xml-forbidden-dtd",
                        1));
    }

    private List<Change> changes(String body) throws IOException {
        return changes(TestMessage.of("package", body), Example.settings());
    }

    private static List<Change> changes(TestMessage message, HealthSettings settings) throws IOException {
        HealthNormalizer normalizer = new HealthNormalizer(TestSource.of(settings, AreaRegistry.builtIn()));
        try (Stream<Change> changes = normalizer.normalize(message)) {
            return changes.toList();
        }
    }

    private static List<Indicator> indicators(List<Change> changes) {
        return changes.stream()
                .filter(Change.Upsert.class::isInstance)
                .map(change -> (Indicator) ((Change.Upsert<?>) change).data())
                .toList();
    }

    private static Map<String, Double> figures(List<Change> changes) {
        Map<String, Double> figures = new TreeMap<>();
        indicators(changes).forEach(indicator -> figures.put(key(indicator), indicator.value()));
        return figures;
    }

    private static String key(Indicator indicator) {
        return indicator.indicatorCode()
                + indicator.breakdown().entrySet().stream()
                        .filter(part -> !part.getKey().equals("facility"))
                        .map(part -> " " + part.getValue())
                        .findFirst()
                        .orElse("");
    }

    private static List<List<String>> ids(List<Change> changes) {
        return indicators(changes).stream().map(RecordTypes.INDICATOR::identity).toList();
    }

    private static long version(List<Change> changes) {
        return ((Change.Upsert<?>) changes.get(0)).version().order().orElseThrow();
    }

    /** Neither in records, notes and faults nor in what goes to quarantine. */
    private static void assertNothingPersonal(List<Change> changes) throws IOException {
        for (Change change : changes) {
            String all = change.toString();
            try (InputStream raw = change.raw().content().open()) {
                all += new String(raw.readAllBytes(), StandardCharsets.UTF_8);
            }
            assertThat(all).doesNotContain(Example.PERSONAL);
            assertThat(all)
                    .doesNotContain("TranVanThu", base64("Nguyễn Thị Mẫu").substring(0, 12));
        }
    }
}
