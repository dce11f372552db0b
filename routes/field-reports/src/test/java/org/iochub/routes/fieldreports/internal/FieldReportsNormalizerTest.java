package org.iochub.routes.fieldreports.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.iochub.api.Change;
import org.iochub.api.read.AddressArea;
import org.iochub.api.read.MissingOffset;
import org.iochub.api.read.ReportStatuses;
import org.iochub.model.Fault;
import org.iochub.model.FaultException;
import org.iochub.model.VersionKey;
import org.iochub.model.area.AreaRef;
import org.iochub.model.area.AreaRegistry;
import org.iochub.model.area.Areas;
import org.iochub.model.code.CodeMap;
import org.iochub.model.code.ReportStatus;
import org.iochub.model.record.CitizenReport;
import org.iochub.model.record.Location;
import org.iochub.model.record.RecordTypes;
import org.iochub.model.schema.RecordValidator;
import org.iochub.testkit.TestMessage;
import org.iochub.testkit.TestSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FieldReportsNormalizerTest {
    private static final Areas AREAS = AreaRegistry.builtIn();
    private static final LocalDate REFORM = LocalDate.of(2025, 7, 1);
    private static final String SOUND = """
            "service_request_id": "pa-1", "service_code": "GT01", "status": "open",
            "requested_datetime": "2026-03-01T08:00:00+07:00"
            """;

    private Example example = Example.at(URI.create("http://localhost/"));

    @Test
    void readsAFullReport() throws IOException {
        Change.Upsert<?> upsert = (Change.Upsert<?>)
                changes(TestMessage.fixture(getClass(), "fixtures/page.json")).get(0);
        CitizenReport report = (CitizenReport) upsert.data();

        assertThat(report.reportCode()).isEqualTo("qn-000001");
        assertThat(report.status()).isEqualTo(ReportStatus.IN_PROCESS);
        assertThat(report.sourceStatus()).isEqualTo("in_progress");
        assertThat(report.serviceName()).contains("Hạ tầng giao thông");
        assertThat(report.text()).contains("Mặt đường có ổ gà lớn");
        assertThat(report.location()).contains(new Location(108.474, 15.573));
        assertThat(report.requestedAt()).isEqualTo(OffsetDateTime.parse("2026-02-28T08:00:00+07:00"));
        assertThat(report.expectedAt()).contains(OffsetDateTime.parse("2026-03-05T17:00:00+07:00"));
        assertThat(report.mediaRefs()).containsExactly("https://anh.phan-anh.example/1.jpg");
        assertThat(report.agency()).contains("Tổ tiếp nhận");
        assertThat(upsert.area()).contains(new AreaRef("20341", REFORM));
        assertThat(upsert.version()).isEqualTo(VersionKey.at(Instant.parse("2026-03-01T02:30:00Z")));
        assertThat(upsert.notes()).isEmpty();
    }

    @Test
    void aRequestByItselfGivesWhatItGaveWithinItsPage() throws IOException {
        FieldReportsNormalizer normalizer = new FieldReportsNormalizer(TestSource.of(example.settings(), AREAS));
        TestMessage page = TestMessage.fixture(getClass(), "fixtures/page.json");
        for (Change change : changes(page)) {
            byte[] raw = change.raw().content().open().readAllBytes();
            TestMessage alone = TestMessage.of(page.name(), raw);
            Change again = normalizer
                    .normalizePart(alone, change.raw().position())
                    .orElseThrow()
                    .toList()
                    .get(0);
            assertThat(outcome(again)).isEqualTo(outcome(change));
            assertThat(again.raw().position()).isEqualTo(change.raw().position());
            if (change instanceof Change.Upsert<?> upsert) {
                assertThat(((Change.Upsert<?>) again).data()).isEqualTo(upsert.data());
            }
        }
    }

    @Test
    void goesOnBehindEveryKindOfPoison() throws IOException {
        List<Change> changes = changes(TestMessage.fixture(getClass(), "fixtures/poison.json"));

        assertThat(changes.stream().map(FieldReportsNormalizerTest::outcome))
                .containsExactly(
                        "unreadable-json",
                        "missing-field",
                        "wrong-type",
                        "unknown-code",
                        "impossible-date",
                        "impossible-location",
                        "good");
        assertThat(changes)
                .allSatisfy(change -> assertThat(change.raw().position()).isNotBlank());
    }

    @Test
    void keepsNothingOfThePersonButADigest() throws IOException {
        Change.Upsert<?> upsert = upsert("""
                "account_id": "tk-7", "first_name": "Người", "last_name": "Gửi", "phone": "0900 000 001",
                "email": "nguoi.gui@thu.example", "device_id": "may-1"
                """);

        assertThat(((CitizenReport) upsert.data()).reporterRef())
                .hasValueSatisfying(ref -> assertThat(ref).startsWith("hmac-"));
        assertThat(upsert.data().toString()).doesNotContain("tk-7", "Người", "0900", "thu.example", "may-1");
    }

    @Test
    void prefersTheFirstStatusFieldThatIsFilled() throws IOException {
        assertThat(report("\"extended_status\": \"answered\"").status()).isEqualTo(ReportStatus.ANSWERED);
        assertThat(report("\"extended_status\": \" \"").status()).isEqualTo(ReportStatus.RECEIVED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-02-30T08:00:00+07:00",
                "2026-03-01T25:00:00+07:00",
                "01/03/2026",
                "1970-01-01T00:00:00Z",
                "hôm qua",
                "0000-00-00T00:00:00"
            })
    void refusesImpossibleDates(String date) throws IOException {
        assertThat(outcome(one(SOUND.replace("2026-03-01T08:00:00+07:00", date))))
                .isEqualTo("impossible-date");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-01T08:00:00Z,2026-03-01T08:00:00Z",
        "2026-03-01T08:00:00+0700,2026-03-01T01:00:00Z",
        "2026-03-01 08:00:00 +07:00,2026-03-01T01:00:00Z",
        "2026-03-01T08:00:00.123+07,2026-03-01T01:00:00.123Z",
        "2026-03-01T08:00:00,2026-03-01T01:00:00Z"
    })
    void readsTimesWithAndWithoutOffsets(String text, Instant meant) throws IOException {
        Change.Upsert<?> upsert = (Change.Upsert<?>) one(SOUND.replace("2026-03-01T08:00:00+07:00", text));
        assertThat(((CitizenReport) upsert.data()).requestedAt().toInstant()).isEqualTo(meant);
        assertThat(codes(upsert).contains("offset-supplied")).isEqualTo(text.equals("2026-03-01T08:00:00"));
    }

    @Test
    void suppliesAMissingOffsetAsConfigured() throws IOException {
        String local = SOUND.replace("08:00:00+07:00", "08:00:00");
        example = example.missingOffset(MissingOffset.UTC);
        assertThat(((CitizenReport) ((Change.Upsert<?>) one(local)).data())
                        .requestedAt()
                        .toInstant())
                .isEqualTo(Instant.parse("2026-03-01T08:00:00Z"));
        example = example.missingOffset(MissingOffset.REFUSE);
        assertThat(outcome(one(local))).isEqualTo("missing-offset");
    }

    @Test
    void doubtsTimesThatContradict() throws IOException {
        assertThat(codes(upsert("\"updated_datetime\": \"2026-02-01T00:00:00+07:00\"")))
                .contains("dates-out-of-order");
        Change.Upsert<?> future = (Change.Upsert<?>) one(SOUND.replace("2026-03-01", "2027-03-01"));
        assertThat(codes(future)).contains("future-date");
        assertThat(codes(upsert("\"expected_datetime\": \"thứ Hai\""))).contains("impossible-date");
    }

    @ParameterizedTest
    @CsvSource({
        "0,0,no-location",
        "48.85,2.35,outside-vietnam",
        "108.8,15.1,refused",
        "'\"15,121\"','\"108,8\"',refused",
        "'\"NaN\"',108.8,refused",
        "15.1,null,refused",
        "15.1,108.8,kept",
        "'\"15.1\"','\"108.8\"',kept",
        "null,null,none"
    })
    void readsCoordinates(String lat, String lon, String outcome) throws IOException {
        Change change = one(SOUND + ", \"lat\": " + lat + ", \"long\": " + lon);
        switch (outcome) {
            case "refused" -> assertThat(outcome(change)).isEqualTo("impossible-location");
            case "kept" ->
                assertThat(((CitizenReport) ((Change.Upsert<?>) change).data()).location())
                        .contains(new Location(108.8, 15.1));
            case "none" ->
                assertThat(((CitizenReport) ((Change.Upsert<?>) change).data()).location())
                        .isEmpty();
            default -> assertThat(codes((Change.Upsert<?>) change)).contains(outcome);
        }
    }

    @Test
    void readsMediaAsOneOrMany() throws IOException {
        assertThat(report("\"media_url\": [\"https://a.example/1.jpg\", \"https://a.example/2.mp4\", null]")
                        .mediaRefs())
                .hasSize(2);
        assertThat(codes(upsert("\"media_url\": \"javascript:alert(1)\""))).contains("bad-media-url");
        assertThat(report("\"media_url\": null").mediaRefs()).isEmpty();
    }

    @Test
    void keepsWhatTheAnswerSaysOfAPictureAndFetchesNothing() throws IOException {
        Change.Upsert<?> change = upsert("\"media_url\": [\"https://a.example/1.jpg\","
                + " {\"url\": \"https://a.example/2.jpg\", \"content_type\": \"image/jpeg\", \"size\": 181002,"
                + " \"taken_datetime\": \"2026-03-01T07:58:00+07:00\", \"caption\": \"Ổ gà\"}],"
                + " \"media\": [{\"url\": \"https://a.example/1.jpg\", \"size\": \"90\", \"taken_datetime\": \"hôm qua\"},"
                + " {\"url\": \"https://a.example/3.mp4\"}, {\"size\": 5}, {\"url\": \"file:///etc/passwd\"}]");
        CitizenReport report = (CitizenReport) change.data();
        assertThat(report.mediaRefs())
                .containsExactly("https://a.example/1.jpg", "https://a.example/2.jpg", "https://a.example/3.mp4");
        assertThat(report.media())
                .containsExactly(
                        new CitizenReport.Media(
                                "https://a.example/1.jpg",
                                Optional.empty(),
                                OptionalLong.of(90),
                                Optional.empty(),
                                Optional.empty()),
                        new CitizenReport.Media(
                                "https://a.example/2.jpg",
                                Optional.of("image/jpeg"),
                                OptionalLong.of(181_002),
                                Optional.of(OffsetDateTime.parse("2026-03-01T07:58:00+07:00")),
                                Optional.of("Ổ gà")));
        assertThat(codes(change)).contains("bad-media-url");
        assertThat(RecordValidator.of(RecordTypes.CITIZEN_REPORT).validate(report))
                .isEmpty();
    }

    @Test
    void theExtendedListKnowsBothSpellingsAndTheMapWins() {
        CodeMap<ReportStatus> statuses =
                ReportStatuses.parse("statusMap", "status", StatusList.EXTENDED.with(List.of("fixed=answered")));
        assertThat(statuses.require("INVESTIGATING")).isEqualTo(ReportStatus.IN_PROCESS);
        assertThat(statuses.require("action_scheduled")).isEqualTo(ReportStatus.ASSIGNED);
        assertThat(statuses.require("not_councils_responsibility")).isEqualTo(ReportStatus.REJECTED);
        assertThat(statuses.require("fixed")).isEqualTo(ReportStatus.ANSWERED);
        assertThatThrownBy(() -> statuses.require("reopened")).hasMessageContaining("unknown-code");
        assertThat(StatusList.BASIC.with(List.of("open=received"))).containsExactly("open=received");
    }

    @Test
    void normalisesText() throws IOException {
        CitizenReport report = report("\"description\": \"o\u0302\u0309 ga\u0300, \u00ea\u0323\"");
        assertThat(report.text()).contains("ổ gà, ệ");
    }

    @Test
    void mendsMojibakeAndRefusesWhatIsLost() throws IOException {
        String text = "Rác thải sinh hoạt chưa được thu gom nhiều ngày";
        String broken = new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
        Change.Upsert<?> upsert = upsert("\"description\": \"" + broken + "\"");
        assertThat(((CitizenReport) upsert.data()).text()).contains(text);
        assertThat(codes(upsert)).contains("text-repaired");
        assertThat(outcome(one(SOUND + ", \"description\": \"R\uFFFDc th\uFFFDi\"")))
                .isEqualTo("broken-text");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "2026-03-01|12 Hùng Vương, Phường Tam Kỳ, Thành phố Đà Nẵng|20341",
                "2026-03-01|12 Hùng Vương, P. Tam Kỳ|20341",
                "2026-03-01|Tam Kỳ|-",
                "2026-03-01|5 Lê Lợi, Phường An Mỹ, Thành phố Tam Kỳ|-",
                "2025-06-30|5 Lê Lợi, Phường An Mỹ, Thành phố Tam Kỳ|20341",
                "2025-06-30|Thành phố Tam Kỳ, tỉnh Quảng Nam|502",
                "2026-03-01|Phường Tam Kỳ, Phường Bàn Thạch|-",
                "2026-03-01|Phường Cẩm Thành|-",
                "2026-03-01||-"
            })
    void findsTheUnitThatTheAddressNames(LocalDate day, String address, String code) throws IOException {
        Change.Upsert<?> upsert = addressed(day, address);
        if (code == null) {
            assertThat(upsert.area()).isEmpty();
            assertThat(upsert.notes()).extracting(Fault::where).contains("area");
        } else {
            assertThat(upsert.area()).map(AreaRef::code).contains(code);
        }
    }

    @Test
    void neverGuessesBetweenHomonyms() throws IOException {
        example = example.places(Optional.of("51"), List.of());
        LocalDate before = LocalDate.of(2025, 6, 30);
        assertThat(addressed(before, "Phường Nguyễn Nghiêm, Quảng Ngãi").area()).isEmpty();
        assertThat(addressed(before, "Phường Nguyễn Nghiêm, Thị xã Đức Phổ, Quảng Ngãi")
                        .area())
                .map(AreaRef::code)
                .contains("21439");
        assertThat(addressed(before, "Phường Nguyễn Nghiêm, Đức Phổ, Quảng Ngãi")
                        .area())
                .map(AreaRef::code)
                .contains("21439");
        assertThat(addressed(REFORM, "Phường Đức Phổ, Quảng Ngãi").area()).contains(new AreaRef("21439", REFORM));
        assertThat(addressed(REFORM, "Phường Nguyễn Nghiêm, Quảng Ngãi").area()).isEmpty();
    }

    @Test
    void fallsBackToTheUnitOfTheJurisdiction() throws IOException {
        example = example.places(Optional.empty(), List.of("quang-nam=49;48"));
        assertThat(addressed(REFORM, "không rõ").area()).contains(new AreaRef("48", REFORM));
        assertThat(addressed(LocalDate.of(2025, 6, 30), "không rõ").area())
                .map(AreaRef::code)
                .contains("49");
    }

    @Test
    void acceptsTheWrappedForm() throws IOException {
        assertThat(changes(TestMessage.of("page", "{\"service_requests\": [{" + SOUND + "}]}")))
                .hasSize(1)
                .allMatch(Change.Upsert.class::isInstance);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<html>Đăng nhập</html>", "{}", "null", "42", "{\"error\": \"x\"}"})
    void refusesAsAWholeWhatIsNoList(String body) {
        assertThatThrownBy(() -> changes(TestMessage.of("page", body))).isInstanceOf(FaultException.class);
    }

    @Test
    void emptyIsEmpty() throws IOException {
        assertThat(changes(TestMessage.of("page", "[]"))).isEmpty();
    }

    @Test
    void takesWhatStandsBeforeACut() throws IOException {
        assertThat(changes(TestMessage.of("page", "[{" + SOUND + "}, {\"service_requ")).stream()
                        .map(FieldReportsNormalizerTest::outcome))
                .first()
                .isEqualTo("good");
        assertThat(changes(TestMessage.of("page", "[{" + SOUND + "}, {\"service_requ")))
                .hasSize(2);
    }

    @Test
    void refusesAHugeElementAlone() throws IOException {
        String huge = "{" + SOUND + ", \"description\": \"" + "x".repeat(2 << 20) + "\"}";
        assertThat(changes(TestMessage.of("page", "[" + huge + ", {" + SOUND + "}]")).stream()
                        .map(FieldReportsNormalizerTest::outcome)
                        .map("good"::equals))
                .containsExactly(false, true);
    }

    @Test
    void givesTheSameForTheSame() throws IOException {
        TestMessage page = TestMessage.fixture(getClass(), "fixtures/page.json");
        assertThat(changes(page).stream().map(FieldReportsNormalizerTest::content))
                .isEqualTo(changes(page).stream()
                        .map(FieldReportsNormalizerTest::content)
                        .toList());
    }

    @Test
    void refusesSettingsThatMeanNothing() {
        assertThatThrownBy(() -> ReportStatuses.parse("statusMap", "status", List.of("open=mở")))
                .hasMessageContaining("bad-setting");
        assertThatThrownBy(() -> ReportStatuses.parse("statusMap", "status", List.of("open")))
                .hasMessageContaining("bad-setting");
        assertThatThrownBy(() -> new AddressArea(AREAS, List.of("49"), Optional.empty()))
                .hasMessageContaining("bad-setting");
    }

    private static Object content(Change change) {
        return change instanceof Change.Upsert<?> upsert
                ? List.of(upsert.data(), upsert.area(), upsert.version(), upsert.notes())
                : outcome(change);
    }

    private static String outcome(Change change) {
        return change instanceof Change.Refusal refusal ? refusal.fault().code() : "good";
    }

    private static List<String> codes(Change.Upsert<?> upsert) {
        return upsert.notes().stream().map(Fault::code).toList();
    }

    private Change.Upsert<?> addressed(LocalDate day, String address) throws IOException {
        return (Change.Upsert<?>) one(SOUND.replace("2026-03-01", day.toString()) + ", \"address\": \""
                + (address == null ? "" : address) + "\"");
    }

    private CitizenReport report(String more) throws IOException {
        return (CitizenReport) upsert(more).data();
    }

    private Change.Upsert<?> upsert(String more) throws IOException {
        return (Change.Upsert<?>) one(SOUND + ", " + more);
    }

    private Change one(String fields) throws IOException {
        List<Change> changes = changes(TestMessage.of("page", "[{" + fields + "}]"));
        assertThat(changes).hasSize(1);
        return changes.get(0);
    }

    private List<Change> changes(TestMessage message) throws IOException {
        try (Stream<Change> changes =
                new FieldReportsNormalizer(TestSource.of(example.settings(), AREAS)).normalize(message)) {
            return changes.toList();
        }
    }
}
