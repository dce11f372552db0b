package org.iochub.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.iochub.api.Change;
import org.iochub.api.RawMessage;
import org.iochub.conformance.adapter.Fixture;
import org.iochub.conformance.adapter.Fixtures;
import org.iochub.conformance.adapter.Kind;
import org.iochub.conformance.adapter.KitMessage;
import org.iochub.conformance.adapter.Mapped;
import org.iochub.conformance.adapter.Subject;
import org.iochub.conformance.adapter.Waivers;
import org.iochub.model.FaultException;
import org.iochub.model.Text;
import org.iochub.model.VersionKey;
import org.iochub.model.record.CitizenReport;
import org.iochub.model.record.RecordTypes;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class KitTest {
    private static final String NOW =
            "A1;open;2026-03-01T09:00:00;x\nA2;open;2026-03-01T09:00:00;x\nA3;open;2026-03-01T10:00:00;x\n";
    private static final String OLDER = "A1;open;2026-03-01T08:00:00;x\n";

    @TempDir
    private Path folder;

    private final SampleAdapter adapter = new SampleAdapter();
    private final Map<String, String> messages = new LinkedHashMap<>();
    private final Map<String, String> waivers = new LinkedHashMap<>();

    @BeforeEach
    void soundFolder() throws IOException {
        messages.put("now", NOW);
        messages.put("older", OLDER);
        Files.writeString(folder.resolve("README.md"), """
                ## What it is
                ## Source and format
                ## Settings
                `word`
                ## Records and how each field is filled
                ## Identity, version, checkpoint
                ## Traps
                ## Trying it
                """);
    }

    @Test
    void aSoundAdapterPassesEveryCheck() throws Exception {
        Report report = examine();

        assertThat(failed(report)).isEmpty();
        assertThat(report.passed()).isTrue();
        assertThat(report.results()).hasSize(15);
    }

    @Test
    void aTextInOneLanguageIsNoDescriptor() throws Exception {
        adapter.title = Text.of("Mẫu thử", " ");

        assertThat(failed(examine())).containsExactly("descriptor");
    }

    @Test
    void aTextThatIsNotComposedIsFound() throws Exception {
        adapter.title = Text.of("M\u00e2\u0303u thử", "A sample");

        Report report = examine();

        assertThat(failed(report)).containsExactly("descriptor");
        assertThat(result(report, "descriptor").findings().get(0).where()).isEqualTo("title");
    }

    @Test
    void aKeyThatTheReadmeDoesNotNameIsFound() throws Exception {
        Files.writeString(
                folder.resolve("README.md"),
                Files.readString(folder.resolve("README.md")).replace("`word`", ""));

        Report report = examine();

        assertThat(failed(report)).containsExactly("settings");
        assertThat(result(report, "settings").findings().get(0).text().en()).contains("`word`");
    }

    @Test
    void aRouteThatIsNotNamedAfterItsInstanceIsFound() throws Exception {
        adapter.routeId = "mine";

        assertThat(failed(examine())).containsExactly("routes");
    }

    @Test
    void aDifferenceFromWhatIsExpectedIsNamedByFileAndPlace() throws Exception {
        Map<String, byte[]> expected = accepted();
        expected.compute(
                "now",
                (name, json) -> new String(json, StandardCharsets.UTF_8)
                        .replaceFirst("\"reportCode\" : \"A2\"", "\"reportCode\" : \"B2\"")
                        .getBytes(StandardCharsets.UTF_8));

        Report report = examine(expected);

        assertThat(failed(report)).containsExactly("fixtures");
        assertThat(result(report, "fixtures").findings().get(0).where())
                .isEqualTo("fixtures/now.expected.json [1].data.reportCode");
    }

    @Test
    void aFixtureWithoutExpectationIsFound() throws Exception {
        Map<String, byte[]> expected = accepted();
        expected.remove("older");

        assertThat(failed(examine(expected))).containsExactly("fixtures");
    }

    @Test
    void aRecordThatTheModelDoesNotAllowIsFound() throws Exception {
        messages.put("bad", "B1;open;2026-03-01T09:00:00;" + "x".repeat(501) + "\n");

        Report report = examine();

        assertThat(failed(report)).containsExactly("valid");
        assertThat(result(report, "valid").findings().get(0).where()).isEqualTo("fixtures/bad.txt line 1 serviceName");
    }

    @Test
    void anIdentityFromTheTimeOfArrivalIsFound() throws Exception {
        normalize((message, upsert) -> with(upsert, code(upsert) + message.receivedAt(), upsert.version()));

        assertThat(failed(examine())).contains("identity");
    }

    @Test
    void recordsThatShareAnIdentityAreFound() throws Exception {
        messages.put("same", "C1;open;2026-03-01T09:00:00;x\nC1;open;2026-03-01T09:00:00;y\n");

        assertThat(failed(examine())).contains("identity");
    }

    @Test
    void contentThatChangesWithEachArrivalIsNotIdempotent() throws Exception {
        int[] count = new int[1];
        adapter.normalizer = source -> message -> SampleAdapter.lines(message)
                .map(change ->
                        change instanceof Change.Upsert<?> upsert ? service(upsert, "đọc lần " + count[0]++) : change);

        assertThat(failed(examine())).contains("idempotent");
    }

    @Test
    void aVersionFromTheClockIsFound() throws Exception {
        normalize((message, upsert) ->
                with(upsert, code(upsert), VersionKey.at(message.receivedAt().toInstant())));

        assertThat(failed(examine())).contains("older-version");
    }

    @Test
    void fixturesWithoutAnOlderVersionProveNothing() throws Exception {
        messages.remove("older");

        assertThat(failed(examine())).containsExactly("older-version");
    }

    @Test
    void fixturesWithoutATieAreTriedWithATwin() throws Exception {
        messages.put("now", "A1;open;2026-03-01T09:00:00;x\nA3;open;2026-03-01T10:00:00;x\n");

        assertThat(failed(examine())).isEmpty();

        // Skips what is as old as what it has just read.
        adapter.normalizer = source -> message -> {
            Set<OffsetDateTime> seen = new HashSet<>();
            return SampleAdapter.lines(message)
                    .filter(change -> !(change instanceof Change.Upsert<?> upsert)
                            || seen.add(((CitizenReport) upsert.data()).requestedAt()));
        };
        messages.put("now", "A1;open;2026-03-01T09:00:00;x\nA2;open;2026-03-01T09:00:00;x\n");
        assertThat(failed(examine())).contains("ties");
    }

    @Test
    void aMessageThatEndsAtItsFirstBrokenRecordIsFound() throws Exception {
        adapter.normalizer = source -> message -> SampleAdapter.lines(message).peek(change -> {
            if (change instanceof Change.Refusal refusal) {
                throw new FaultException(refusal.fault());
            }
        });

        assertThat(failed(examine())).containsExactly("poison");
    }

    @Test
    void aBrokenRecordThatIsLeftOutInSilenceIsFound() throws Exception {
        adapter.normalizer =
                source -> message -> SampleAdapter.lines(message).filter(change -> !(change instanceof Change.Refusal));

        assertThat(failed(examine())).contains("poison");
    }

    @Test
    void aCodeWithoutTranslationIsListedAndFailsOnlyWhenUnexpected() throws Exception {
        messages.put("odd", "D1;strange;2026-03-01T09:00:00;x\nD2;open;2026-03-01T09:00:00;x\n");

        Report expected = examine();
        Map<String, byte[]> without = accepted();
        without.put("odd", "[]".getBytes(StandardCharsets.UTF_8));

        assertThat(failed(expected)).isEmpty();
        assertThat(result(expected, "unmapped-codes").notes()).hasSize(1);
        assertThat(failed(examine(without))).contains("unmapped-codes");
    }

    @Test
    void aPhoneNumberAndANameInFieldsThatAreNotMaskedAreFound() throws Exception {
        messages.put("phone", "E1;open;2026-03-01T09:00:00;0912345678\n");
        messages.put("name", "E2;open;2026-03-01T09:00:00;Nguyễn Thị Mẫu\n");

        Report report = examine();

        assertThat(failed(report)).containsExactly("personal");
        assertThat(result(report, "personal").findings())
                .extracting(Finding::where)
                .containsExactly(
                        "fixtures/phone.txt line 1 citizen-report.serviceName",
                        "fixtures/name.txt line 1 citizen-report.serviceName");
    }

    @Test
    void anAdapterThatBreaksOnAnEmptyMessageIsFound() throws Exception {
        adapter.normalizer = source -> message -> {
            if (message.size() == 0) {
                throw new IllegalStateException("nothing");
            }
            return SampleAdapter.lines(message);
        };

        Report report = examine();

        assertThat(failed(report)).containsExactly("hostile");
        assertThat(result(report, "hostile").findings().get(0).text().en()).startsWith("empty: ");
    }

    @Test
    void anEmptyMessageIsNoCompleteList() throws Exception {
        adapter.normalizer = source -> message -> Stream.concat(
                SampleAdapter.lines(message),
                Stream.of(new Change.ListComplete(RecordTypes.CITIZEN_REPORT, org.iochub.api.RawPart.whole(message))));

        assertThat(failed(examine())).contains("hostile");
    }

    @Test
    void aWaiverWithAReasonSetsACheckAside() throws Exception {
        messages.remove("older");
        waivers.put("older-version", "Nguồn chỉ gửi mỗi bản ghi một lần.");

        Report report = examine();

        assertThat(report.passed()).isTrue();
        assertThat(result(report, "older-version").status()).isEqualTo(Result.Status.WAIVED);
        assertThat(result(report, "older-version").reason().orElseThrow().vi()).contains("một lần");
    }

    @Test
    void waiversWithoutReasonWithoutNeedOrOfNothingAreFound() throws Exception {
        waivers.put("poison", "không cần");
        waivers.put("ties", "");
        waivers.put("hostil", "gõ sai");

        Report report = examine();

        assertThat(failed(report)).containsExactly("waivers");
        assertThat(result(report, "waivers").findings())
                .extracting(finding -> finding.text().en())
                .satisfiesExactly(
                        text -> assertThat(text).contains("needs no waiver"),
                        text -> assertThat(text).contains("without a reason"),
                        text -> assertThat(text).contains("\"hostile\""));
    }

    private interface Edit {
        Change of(RawMessage message, Change.Upsert<?> upsert);
    }

    private void normalize(Edit edit) {
        adapter.normalizer = source -> message -> SampleAdapter.lines(message)
                .map(change -> change instanceof Change.Upsert<?> upsert ? edit.of(message, upsert) : change);
    }

    private static String code(Change.Upsert<?> upsert) {
        return ((CitizenReport) upsert.data()).reportCode();
    }

    private static Change with(Change.Upsert<?> upsert, String code, VersionKey version) {
        CitizenReport report = (CitizenReport) upsert.data();
        return new Change.Upsert<>(
                RecordTypes.CITIZEN_REPORT,
                SampleAdapter.report(code, report.requestedAt(), "x"),
                Optional.empty(),
                version,
                upsert.raw());
    }

    private static Change service(Change.Upsert<?> upsert, String service) {
        CitizenReport report = (CitizenReport) upsert.data();
        return new Change.Upsert<>(
                RecordTypes.CITIZEN_REPORT,
                SampleAdapter.report(report.reportCode(), report.requestedAt(), service),
                Optional.empty(),
                // Later each time, so that the change counts.
                VersionKey.at(report.requestedAt().toInstant()),
                upsert.raw());
    }

    private Report examine() throws Exception {
        return examine(accepted());
    }

    private Report examine(Map<String, byte[]> expected) throws Exception {
        List<Fixture> cases = messages.entrySet().stream()
                .map(message -> fixture(
                        message.getKey(), message.getValue(), Optional.ofNullable(expected.get(message.getKey()))))
                .toList();
        Fixtures fixtures = new Fixtures(cases, Map.of(), Optional.empty(), List.of());
        Subject subject = new Subject(
                folder,
                Kind.YAML,
                adapter,
                "1.0.0",
                Optional.of(folder),
                Optional.empty(),
                fixtures,
                Map.of(),
                new Waivers(waivers, "sample.yaml"),
                () -> {});
        return new Kit().examine(subject);
    }

    /** What the adapter gives now, as {@code --accept} writes it. */
    private Map<String, byte[]> accepted() {
        ChangeJson json = new ChangeJson();
        Map<String, byte[]> expected = new LinkedHashMap<>();
        messages.forEach((name, text) -> {
            Fixture fixture = fixture(name, text, Optional.empty());
            Mapped mapped = Mapped.of(adapter.normalizer.apply(null), KitMessage.of(fixture, Examination.CLOCK));
            expected.put(name, json.pretty(json.of(mapped)));
        });
        return expected;
    }

    private static Fixture fixture(String name, String text, Optional<byte[]> expected) {
        return new Fixture(name, name + ".txt", text.getBytes(StandardCharsets.UTF_8), Map.of(), expected);
    }

    private static List<String> failed(Report report) {
        return report.results().stream()
                .filter(result -> result.status() == Result.Status.FAILED)
                .map(Result::id)
                .toList();
    }

    private static Result result(Report report, String id) {
        return report.results().stream()
                .filter(result -> result.id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
