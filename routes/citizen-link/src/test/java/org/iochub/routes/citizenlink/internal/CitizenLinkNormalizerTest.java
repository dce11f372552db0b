package org.iochub.routes.citizenlink.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.iochub.api.Change;
import org.iochub.model.Fault;
import org.iochub.model.VersionKey;
import org.iochub.model.area.AreaRef;
import org.iochub.model.area.AreaRegistry;
import org.iochub.model.code.ReportKind;
import org.iochub.model.code.ReportStatus;
import org.iochub.model.record.CitizenReport;
import org.iochub.testkit.TestMessage;
import org.iochub.testkit.TestSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CitizenLinkNormalizerTest {
    private static final String SOUND = """
            {"event":"report","report":"KN-1","category":{"code":"HT01"},"status":"moi",\
            "sentAt":"2026-03-01T08:00:00+07:00"MORE}""";

    @Test
    void readsAReportARatingAndAComment() throws IOException {
        List<Change> changes = changes(TestMessage.fixture(getClass(), "fixtures/events.ndjson"));

        Change.Upsert<?> upsert = (Change.Upsert<?>) changes.get(0);
        CitizenReport report = (CitizenReport) upsert.data();
        assertThat(report.reportCode()).isEqualTo("KN-2026-0007");
        assertThat(report.kind()).isEqualTo(ReportKind.PETITION);
        assertThat(report.status()).isEqualTo(ReportStatus.IN_PROCESS);
        assertThat(report.text()).contains("Đèn đường hỏng, gọi 0900 000 001");
        assertThat(report.channel()).contains("app");
        assertThat(report.mediaRefs()).containsExactly("https://anh.ket-noi.example/7.jpg");
        assertThat(upsert.area()).contains(new AreaRef("21025", LocalDate.of(2025, 7, 1)));
        assertThat(upsert.version()).isEqualTo(VersionKey.at(Instant.parse("2026-03-01T02:00:00Z")));
        assertThat(upsert.notes()).extracting(Fault::code).containsExactly("bad-media-url");

        Change.Patch comment = (Change.Patch) changes.get(1);
        assertThat(comment.naturalKey()).containsExactly("KN-2026-0007");
        assertThat(List.of(comment.part(), comment.value()))
                .containsExactly("statusNotes", "Cơ quan: Đã thay bóng đèn.");
        Change.Patch rating = (Change.Patch) changes.get(2);
        assertThat(List.of(rating.part(), rating.value())).containsExactly("rating", 4);
    }

    @Test
    void keepsNothingOfThePersonButADigest() throws IOException {
        CitizenReport report =
                (CitizenReport) ((Change.Upsert<?>) changes(TestMessage.fixture(getClass(), "fixtures/events.ndjson"))
                                .get(0))
                        .data();

        assertThat(report.reporterRef())
                .hasValueSatisfying(ref -> assertThat(ref).startsWith("hmac-"));
        assertThat(report.toString()).doesNotContain("nd-17", "Người Dùng Thử", "0911000111", "thu@dan.example");
    }

    @Test
    void aPatchNeverTouchesWhatTheReportDoesNotSay() throws IOException {
        CitizenReport report = (CitizenReport) ((Change.Upsert<?>) one(SOUND.replace("MORE", ""))).data();
        assertThat(report.rating()).isEmpty();
        assertThat(report.statusNotes()).isEmpty();
    }

    @Test
    void aLaterChangeHasALaterVersionOfTheSameReport() throws IOException {
        Change.Upsert<?> first = (Change.Upsert<?>) one(SOUND.replace("MORE", ""));
        Change.Upsert<?> later =
                (Change.Upsert<?>) one(SOUND.replace("MORE", ",\"updatedAt\":\"2026-03-01T09:00:00+07:00\""));
        assertThat(((CitizenReport) later.data()).reportCode()).isEqualTo(((CitizenReport) first.data()).reportCode());
        assertThat(later.version().order().getAsLong())
                .isGreaterThan(first.version().order().getAsLong());
    }

    @ParameterizedTest
    @CsvSource({"0,impossible-value", "6,impossible-value", "4.5,wrong-type", "null,wrong-type", "'\"5\"',wrong-type"})
    void refusesRatingsThatAreNone(String stars, String code) throws IOException {
        assertThat(code(one("{\"event\":\"rating\",\"report\":\"KN-1\",\"stars\":" + stars + "}")))
                .isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"event\":\"like\"}|unknown-code",
                "{}|missing-field",
                "[]|wrong-type",
                "{\"event\":\"comment\",\"report\":\"1\",\"by\":\"may\",\"text\":\"x\"}|unknown-code",
                "{\"event\":\"comment\",\"by\":\"co-quan\",\"text\":\"x\"}|missing-field",
                "{\"event\":\"report\",\"report\":\"1\",\"status\":\"la\",\"sentAt\":\"2026-03-01T08:00:00Z\",\"category\":{\"code\":\"A\"}}|unknown-code",
                "{\"event\":\"report\",\"report\":\"1\",\"status\":\"moi\",\"category\":{\"code\":\"A\"}}|missing-field",
                "{\"event\":\"report\",\"report\":\"1\",\"status\":\"moi\",\"sentAt\":\"2026-03-01T08:00:00Z\"}|missing-field",
                "{\"event\":\"report\",\"report\":{},\"status\":\"moi\",\"sentAt\":\"2026-03-01T08:00:00Z\",\"category\":{\"code\":\"A\"}}|wrong-type"
            })
    void refusesWhatIsNoEvent(String event, String code) throws IOException {
        assertThat(code(one(event))).isEqualTo(code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Phường Cẩm Thành", "12 Quang Trung, P. Cẩm Thành, Quảng Ngãi"})
    void findsTheWardThatTheAddressNames(String address) throws IOException {
        assertThat(((Change.Upsert<?>) one(SOUND.replace("MORE", ",\"address\":\"" + address + "\""))).area())
                .map(AreaRef::code)
                .contains("21025");
    }

    @Test
    void neverGuessesBetweenHomonyms() throws IOException {
        String before = SOUND.replace("2026-03-01", "2025-06-30");
        assertThat(((Change.Upsert<?>) one(before.replace("MORE", ",\"address\":\"Phường Nguyễn Nghiêm\""))).area())
                .isEmpty();
        assertThat(((Change.Upsert<?>)
                                one(before.replace("MORE", ",\"address\":\"Phường Nguyễn Nghiêm, Thị xã Đức Phổ\"")))
                        .area())
                .map(AreaRef::code)
                .contains("21439");
    }

    private static String code(Change change) {
        return change instanceof Change.Refusal refusal ? refusal.fault().code() : "good";
    }

    private static Change one(String payload) throws IOException {
        String line = new ObjectMapper().writeValueAsString(Map.of("topic", "ket-noi/x", "payload", payload));
        List<Change> changes = changes(TestMessage.of("batch", line));
        assertThat(changes).hasSize(1);
        return changes.get(0);
    }

    private static List<Change> changes(TestMessage message) throws IOException {
        try (Stream<Change> changes = new CitizenLinkNormalizer(
                        TestSource.of(Example.at("mqtt://localhost", "x"), AreaRegistry.builtIn()))
                .normalize(message)) {
            return changes.toList();
        }
    }
}
