package org.iochub.routes.urbansecurity.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.iochub.api.Change;
import org.iochub.model.Fault;
import org.iochub.model.FaultException;
import org.iochub.model.VersionKey;
import org.iochub.model.area.AreaRef;
import org.iochub.model.area.AreaRegistry;
import org.iochub.model.code.IncidentStatus;
import org.iochub.model.code.Severity;
import org.iochub.model.record.Incident;
import org.iochub.model.record.RecordTypes;
import org.iochub.model.schema.RecordValidator;
import org.iochub.testkit.TestMessage;
import org.iochub.testkit.TestSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CapNormalizerTest {
    private static final String ORIGINAL = "anninh@quang-ngai.example,CB-2026-0007,2026-03-01T20:00:00+07:00";
    private final String fixture =
            new String(TestMessage.fixture(getClass(), "fixtures/alert.xml").body(), StandardCharsets.UTF_8);

    @Test
    void readsAnAlertInVietnamese() throws IOException {
        Change.Upsert<?> upsert = upsert(fixture);
        Incident incident = (Incident) upsert.data();

        assertThat(incident.incidentCode()).isEqualTo("anninh@quang-ngai.example,CB-2026-0007");
        assertThat(incident.title()).isEqualTo("Cháy kho hàng ở phường Đức Phổ, người dân tránh khu vực");
        assertThat(incident.category()).isEqualTo("fire");
        assertThat(incident.subCategory()).contains("FRW");
        assertThat(incident.severity()).isEqualTo(Severity.HIGH);
        assertThat(incident.status()).isEqualTo(IncidentStatus.ACTIVE);
        assertThat(incident.validFrom()).contains(OffsetDateTime.parse("2026-03-01T19:45:00+07:00"));
        assertThat(incident.validTo()).contains(OffsetDateTime.parse("2026-03-02T02:00:00+07:00"));
        assertThat(incident.location()).hasValueSatisfying(at -> {
            assertThat(at.latitude()).isCloseTo(14.81, Offset.offset(1e-9));
            assertThat(at.longitude()).isCloseTo(108.95, Offset.offset(1e-9));
        });
        assertThat(upsert.area()).contains(new AreaRef("21439", LocalDate.of(2025, 7, 1)));
        assertThat(upsert.version()).isEqualTo(VersionKey.at(Instant.parse("2026-03-01T13:00:00Z")));
        assertThat(upsert.notes()).isEmpty();
        assertThat(RecordValidator.of(RecordTypes.INCIDENT).validate(incident)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"Update,UPDATED", "Cancel,CANCELLED"})
    void whatFollowsLandsOnTheSameIncidentWithALaterVersion(String type, IncidentStatus status) throws IOException {
        Change.Upsert<?> later = upsert(followUp(type, ORIGINAL));
        Incident incident = (Incident) later.data();

        assertThat(incident.incidentCode())
                .isEqualTo(((Incident) upsert(fixture).data()).incidentCode());
        assertThat(incident.status()).isEqualTo(status);
        assertThat(incident.issuedAt()).isEqualTo(OffsetDateTime.parse("2026-03-01T20:00:00+07:00"));
        assertThat(later.version().order().getAsLong())
                .isGreaterThan(upsert(fixture).version().order().getAsLong());
    }

    @Test
    void aChainBeginsWithItsEarliestMessageWhateverItsOrder() throws IOException {
        String between = "anninh@quang-ngai.example,CB-2026-0008,2026-03-01T20:30:00+07:00";
        assertThat(code(followUp("Update", between + " \n " + ORIGINAL))).endsWith("CB-2026-0007");
    }

    @Test
    void followsTheChainThatTheRouteKnows() throws IOException {
        String last = followUp("Cancel", "anninh@quang-ngai.example,CB-2026-0008,2026-03-01T20:30:00+07:00");
        List<Change> changes = changes(TestMessage.of("alert", last).with(CapNormalizer.ROOT, ORIGINAL));
        assertThat(((Incident) ((Change.Upsert<?>) changes.get(0)).data()).incidentCode())
                .endsWith("CB-2026-0007");
    }

    @Test
    void aCancellationMaySayNothingElse() throws IOException {
        String bare = followUp("Cancel", ORIGINAL).replaceAll("(?s)<cap:info>.*</cap:info>", "");
        Change.Upsert<?> upsert = upsert(bare);
        assertThat(((Incident) upsert.data()).status()).isEqualTo(IncidentStatus.CANCELLED);
        assertThat(codes(upsert)).containsExactly("cancel-without-info");
        assertThat(RecordValidator.of(RecordTypes.INCIDENT).validate((Incident) upsert.data()))
                .isEmpty();
        assertThat(refusal(bare.replace("Cancel", "Update"))).isEqualTo("missing-field");
    }

    @Test
    void allClearResolves() throws IOException {
        String clear = followUp("Update", ORIGINAL)
                .replace("<cap:urgency>", "<cap:responseType>AllClear</cap:responseType><cap:urgency>");
        assertThat(((Incident) upsert(clear).data()).status()).isEqualTo(IncidentStatus.RESOLVED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Exercise", "System", "Test", "Draft"})
    void whatIsNotActualIsNothing(String status) throws IOException {
        assertThat(changes(fixture.replace(">Actual<", ">" + status + "<"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({">Alert<,>Ack<", ">Alert<,>Error<", ">Public<,>Private<"})
    void messagesBetweenSystemsAndOtherScopesAreNothing(String from, String to) throws IOException {
        assertThat(changes(fixture.replace(from, to))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                ">Actual<|>Thật<|unknown-code",
                ">Alert<|>Báo<|unknown-code",
                ">Public<|>Ai<|unknown-code",
                ">Severe<|>Khủng khiếp<|unknown-code",
                ">Immediate<|>Ngay<|unknown-code",
                ">Observed<|>Chắc<|unknown-code",
                ">Fire</cap:category>|>Lửa</cap:category>|unknown-code",
                ">2026-03-01T20:00:00+07:00</cap:sent>|>2026-02-30T20:00:00+07:00</cap:sent>|impossible-date",
                "<cap:sender>anninh@quang-ngai.example</cap:sender>||missing-field",
                ">2026-03-02T02:00:00+07:00</cap:expires>|>mai</cap:expires>|impossible-date"
            })
    void refusesWhatItDoesNotKnow(String from, String to, String code) throws IOException {
        assertThat(refusal(fixture.replace(from, to == null ? "" : to))).isEqualTo(code);
    }

    @Test
    void refusesBrokenReferences() throws IOException {
        assertThat(refusal(followUp("Update", "CB-2026-0007"))).isEqualTo("bad-reference");
        assertThat(codes(upsert(fixture.replace(">Alert<", ">Update<")))).contains("no-references");
    }

    @ParameterizedTest
    @CsvSource({
        "Extreme,Immediate,Observed,CRITICAL", "Extreme,Immediate,Unlikely,HIGH", "Severe,Past,Observed,MEDIUM",
        "Moderate,Future,Possible,MEDIUM", "Minor,Past,Unlikely,INFORMATIONAL", "Unknown,Unknown,Unknown,INFORMATIONAL"
    })
    void mapsSeverityUrgencyAndCertainty(String severity, String urgency, String certainty, Severity meant)
            throws IOException {
        Change.Upsert<?> upsert = upsert(fixture.replace(">Severe<", ">" + severity + "<")
                .replace(">Immediate<", ">" + urgency + "<")
                .replace(">Observed<", ">" + certainty + "<"));
        assertThat(((Incident) upsert.data()).severity()).isEqualTo(meant);
        assertThat(codes(upsert).contains("severity-unknown")).isEqualTo(severity.equals("Unknown"));
    }

    @Test
    void usesAnotherLanguageOnlyWhereThereIsNoVietnamese() throws IOException {
        Change.Upsert<?> upsert = upsert(fixture.replaceAll("(?s)<cap:info>\\s*<cap:language>vi.*</cap:info>", ""));
        assertThat(((Incident) upsert.data()).title()).isEqualTo("Warehouse on fire");
        assertThat(codes(upsert)).contains("no-vietnamese");
    }

    @Test
    void theMostSevereOfSeveralPartsSpeaks() throws IOException {
        String two = fixture.replace("en-US", "vi").replaceFirst(">Severe<", ">Extreme<");
        assertThat(((Incident) upsert(two).data()).title()).isEqualTo("Warehouse on fire");
        assertThat(codes(upsert(two))).contains("several-infos");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "2026|Phường Đức Phổ|21439|-",
                "2026|Phường Đức Phổ, Quảng Ngãi|21439|-",
                "2026|Phường Nguyễn Nghiêm|-|area-unknown",
                "2026|Phường Đức Phổ; Phường Trà Câu|51|area-widened",
                "2026|Phường Đức Phổ; Phường Lạ|-|area-unknown",
                "2025|Phường Nguyễn Nghiêm|-|area-ambiguous",
                "2025|Phường Nguyễn Nghiêm, Thị xã Đức Phổ|21439|-"
            })
    void findsTheUnitThatIsNamedAndNeverGuesses(String year, String desc, String code, String note) throws IOException {
        Change.Upsert<?> upsert = upsert(fixture.replaceAll("(?s)<cap:geocode>.*?</cap:geocode>", "")
                .replace("Phường Đức Phổ, tỉnh Quảng Ngãi", desc)
                .replace("2026-03", year + "-03"));
        if (code == null) {
            assertThat(upsert.area()).isEmpty();
        } else {
            assertThat(upsert.area()).map(AreaRef::code).contains(code);
        }
        if (note != null) {
            assertThat(codes(upsert)).contains(note);
        }
    }

    @Test
    void aCodeMeansTheUnitOfItsDay() throws IOException {
        assertThat(upsert(fixture.replace("2026-03", "2025-03")).area())
                .contains(new AreaRef(
                        "21439",
                        AreaRegistry.builtIn()
                                .byCode("21439", LocalDate.of(2025, 3, 1))
                                .orElseThrow()
                                .validFrom()));
        assertThat(codes(upsert(fixture.replace(">21439<", ">99999<")))).contains("area-not-valid");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "108.94,14.80 108.96,14.80 108.96,14.82 108.94,14.80", "14.80,108.94 14.80,108.96 14.82,108.96",
                "a,b c,d", "48.85,2.35 48.86,2.35 48.86,2.36 48.85,2.35"
            })
    void leavesOutShapesThatCannotBe(String polygon) throws IOException {
        Change.Upsert<?> upsert =
                upsert(fixture.replace("14.80,108.94 14.80,108.96 14.82,108.96 14.82,108.94 14.80,108.94", polygon));
        assertThat(((Incident) upsert.data()).location()).isEmpty();
        assertThat(codes(upsert)).containsExactly("impossible-location");
    }

    @Test
    void readsTimesInUtcAsCapWritesThem() throws IOException {
        assertThat(upsert(fixture.replace("20:00:00+07:00</cap:sent>", "13:00:00-00:00</cap:sent>"))
                        .version())
                .isEqualTo(VersionKey.at(Instant.parse("2026-03-01T13:00:00Z")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "<a/>",
                "<alert/>",
                "<!DOCTYPE alert [<!ENTITY e SYSTEM 'file:///etc/hostname'>]><alert>&e;</alert>"
            })
    void refusesAsAWholeWhatIsNoAlert(String body) {
        assertThatThrownBy(() -> changes(body)).isInstanceOf(FaultException.class);
    }

    private String followUp(String type, String references) {
        return fixture.replace(">Alert<", ">" + type + "<")
                .replace("CB-2026-0007</cap:identifier>", "CB-2026-0009</cap:identifier>")
                .replace("20:00:00+07:00</cap:sent>", "21:00:00+07:00</cap:sent>")
                .replace("</cap:scope>", "</cap:scope><cap:references>" + references + "</cap:references>");
    }

    private String code(String cap) throws IOException {
        return ((Incident) upsert(cap).data()).incidentCode();
    }

    private String refusal(String cap) throws IOException {
        return ((Change.Refusal) changes(cap).get(0)).fault().code();
    }

    private static List<String> codes(Change.Upsert<?> upsert) {
        return upsert.notes().stream().map(Fault::code).toList();
    }

    private Change.Upsert<?> upsert(String cap) throws IOException {
        List<Change> changes = changes(cap);
        assertThat(changes).hasSize(1);
        assertThat(changes.get(0)).as(changes.toString()).isInstanceOf(Change.Upsert.class);
        return (Change.Upsert<?>) changes.get(0);
    }

    private static List<Change> changes(String cap) throws IOException {
        return changes(TestMessage.of("alert", cap));
    }

    private static List<Change> changes(TestMessage message) throws IOException {
        try (Stream<Change> changes = new CapNormalizer(TestSource.of(
                        Example.at(URI.create("http://localhost/"), Duration.ofSeconds(5), "51"),
                        AreaRegistry.builtIn()))
                .normalize(message)) {
            return changes.toList();
        }
    }
}
