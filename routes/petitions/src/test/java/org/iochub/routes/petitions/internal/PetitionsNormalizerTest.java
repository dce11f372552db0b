package org.iochub.routes.petitions.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.Stream;
import org.iochub.api.Change;
import org.iochub.api.read.MissingOffset;
import org.iochub.model.Fault;
import org.iochub.model.VersionKey;
import org.iochub.model.area.AreaRef;
import org.iochub.model.area.AreaRegistry;
import org.iochub.model.code.ReportKind;
import org.iochub.model.code.ReportStatus;
import org.iochub.model.record.CitizenReport;
import org.iochub.model.record.RecordTypes;
import org.iochub.model.schema.RecordValidator;
import org.iochub.testkit.TestMessage;
import org.iochub.testkit.TestSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PetitionsNormalizerTest {
    private static final String PAGE = new String(
            TestMessage.fixture(PetitionsNormalizerTest.class, "fixtures/page.xml")
                    .body(),
            StandardCharsets.UTF_8);

    private Example example = Example.at(URI.create("http://localhost/"));

    @Test
    void readsAFullPetition() throws IOException {
        Change.Upsert<?> upsert = upsert(PAGE);
        CitizenReport report = (CitizenReport) upsert.data();

        assertThat(report.reportCode()).isEqualTo("KN-2026-0001");
        assertThat(report.kind()).isEqualTo(ReportKind.PETITION);
        assertThat(report.serviceName()).contains("Đất đai");
        assertThat(report.status()).isEqualTo(ReportStatus.IN_PROCESS);
        assertThat(report.sourceStatus()).isEqualTo("3");
        assertThat(report.requestedAt()).isEqualTo(OffsetDateTime.parse("2026-02-28T08:00:00+07:00"));
        assertThat(report.expectedAt()).contains(OffsetDateTime.parse("2026-03-10T17:00:00+07:00"));
        assertThat(report.agency()).contains("Phòng Tiếp dân (mô phỏng)");
        assertThat(report.channel()).contains("web");
        assertThat(report.rating()).hasValue(4);
        assertThat(report.mediaRefs()).containsExactly("https://tep.kien-nghi.example/1.jpg");
        assertThat(upsert.area()).contains(new AreaRef("20341", LocalDate.of(2025, 7, 1)));
        assertThat(upsert.version()).isEqualTo(VersionKey.at(Instant.parse("2026-03-01T02:30:00Z")));
        assertThat(upsert.notes()).isEmpty();
        assertThat(RecordValidator.of(RecordTypes.CITIZEN_REPORT).validate(report))
                .isEmpty();
    }

    @Test
    void keepsNothingThatTellsWhoWroteIt() throws IOException {
        CitizenReport report = report(PAGE);

        assertThat(report.text())
                .hasValueSatisfying(text -> assertThat(text)
                        .startsWith("Kiến nghị về đất đai\nTôi là ***, số định danh")
                        .endsWith("Đề nghị làm rõ tiến độ."));
        assertThat(report.reporterRef())
                .hasValueSatisfying(ref -> assertThat(ref).startsWith("hmac-"));
        assertThat(report.toString())
                .doesNotContain("049185000123", "0900 000 123", "thu.nguoi", "Trần Thị Thử", "cd-7");
    }

    @Test
    void goesOnBehindPetitionsThatCannotBeTaken() throws IOException {
        String one = PAGE.substring(PAGE.indexOf("<ns2:PhanAnh>"), PAGE.indexOf("</ns2:DanhSach>"));
        List<Change> changes = changes(PAGE.replace(
                one,
                one.replace("TrangThai>3<", "TrangThai>77<")
                        + one.replace("2026-02-28T", "2026-02-30T")
                        + one.replaceAll("<ns2:MaLinhVuc>.*</ns2:MaLinhVuc>", "")
                        + one.replaceAll("<ns2:MaPhanAnh>.*</ns2:MaPhanAnh>", "<ns2:MaPhanAnh> </ns2:MaPhanAnh>")
                        + one));

        assertThat(changes.stream().map(PetitionsNormalizerTest::outcome))
                .containsExactly("unknown-code", "impossible-date", "missing-field", "missing-field", "good");
        assertThat(changes.stream().map(change -> change.raw().position()))
                .containsExactly("PhanAnh[1]", "PhanAnh[2]", "PhanAnh[3]", "PhanAnh[4]", "PhanAnh[5]");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-02-28T08:00:00+07:00,2026-02-28T01:00:00Z,false",
        "2026-02-28T08:00:00Z,2026-02-28T08:00:00Z,false",
        "28/02/2026 08:00:00,2026-02-28T01:00:00Z,false",
        "2026-02-28T08:00:00,2026-02-28T01:00:00Z,true"
    })
    void readsTimesInEveryShape(String text, Instant meant, boolean supplied) throws IOException {
        Change.Upsert<?> upsert = upsert(PAGE.replace("2026-02-28T08:00:00+07:00", text));
        assertThat(((CitizenReport) upsert.data()).requestedAt().toInstant()).isEqualTo(meant);
        assertThat(codes(upsert).contains("offset-supplied")).isEqualTo(supplied);
    }

    @Test
    void suppliesAMissingOffsetAsConfigured() throws IOException {
        String local = PAGE.replace("2026-02-28T08:00:00+07:00", "2026-02-28T08:00:00");
        example = example.missingOffset(MissingOffset.UTC);
        assertThat(report(local).requestedAt().toInstant()).isEqualTo(Instant.parse("2026-02-28T08:00:00Z"));
        example = example.missingOffset(MissingOffset.REFUSE);
        assertThat(outcome(one(local))).isEqualTo("missing-offset");
    }

    @Test
    void notesWhatItLeavesOut() throws IOException {
        assertThat(codes(upsert(PAGE.replace("MaXa>20341<", "MaXa>99999<")))).hasSize(1);
        assertThat(codes(upsert(PAGE.replace("DanhGia>4<", "DanhGia>tốt<")))).containsExactly("bad-rating");
        assertThat(report(PAGE.replace("DanhGia>4<", "DanhGia>0<")).rating()).isEmpty();
        assertThat(codes(upsert(PAGE.replace("2026-03-10T17:00:00+07:00", "mười ngày"))))
                .containsExactly("impossible-date");
        assertThat(codes(upsert(PAGE.replace("2026-03-01T09:30", "2026-02-01T09:30"))))
                .contains("dates-out-of-order");
    }

    @Test
    void mendsText() throws IOException {
        String text = "Đề nghị làm rõ tiến độ";
        assertThat(report(PAGE.replace(text, Normalizer.normalize(text, Normalizer.Form.NFD)))
                        .text()
                        .orElseThrow())
                .contains(text);
    }

    @Test
    void aCorrectedPetitionIsTheNewerVersionAndTheSameIsTheSame() throws IOException {
        Change.Upsert<?> first = upsert(PAGE);
        Change.Upsert<?> corrected = upsert(PAGE.replace("2026-03-01T09:30", "2026-03-01T10:30"));
        assertThat(corrected.version().order().getAsLong())
                .isGreaterThan(first.version().order().getAsLong());
        assertThat(upsert(PAGE).data()).isEqualTo(first.data());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<html><body>Đăng nhập</body></html>",
                "<!DOCTYPE x [<!ENTITY a 'b'>]><x>&a;</x>",
                "không phải XML",
                "<a><b></a>"
            })
    void refusesWhatIsNoAnswerAsAWhole(String body) {
        assertThatThrownBy(() -> changes(body)).isInstanceOf(org.iochub.model.FaultException.class);
    }

    @Test
    void whatCameBeforeABreakStays() throws IOException {
        String cut = PAGE.substring(0, PAGE.indexOf("</ns2:DanhSach>"));
        try (Stream<Change> changes = normalize(cut)) {
            var iterator = changes.iterator();
            assertThat(outcome(iterator.next())).isEqualTo("good");
            assertThatThrownBy(iterator::hasNext).hasMessageContaining("xml-malformed");
        }
    }

    private static String outcome(Change change) {
        return change instanceof Change.Refusal refusal ? refusal.fault().code() : "good";
    }

    private static List<String> codes(Change.Upsert<?> upsert) {
        return upsert.notes().stream().map(Fault::code).toList();
    }

    private CitizenReport report(String page) throws IOException {
        return (CitizenReport) upsert(page).data();
    }

    private Change.Upsert<?> upsert(String page) throws IOException {
        return (Change.Upsert<?>) one(page);
    }

    private Change one(String page) throws IOException {
        List<Change> changes = changes(page);
        assertThat(changes).hasSize(1);
        return changes.get(0);
    }

    private List<Change> changes(String page) throws IOException {
        try (Stream<Change> changes = normalize(page)) {
            return changes.toList();
        }
    }

    private Stream<Change> normalize(String page) throws IOException {
        return new PetitionsNormalizer(TestSource.of(example.settings(), AreaRegistry.builtIn()))
                .normalize(TestMessage.of("page", page));
    }
}
