package org.iochub.routes.traffic.internal;

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
import org.iochub.api.Change;
import org.iochub.model.Fault;
import org.iochub.model.FaultException;
import org.iochub.model.VersionKey;
import org.iochub.model.area.AreaRef;
import org.iochub.model.area.AreaRegistry;
import org.iochub.model.code.IncidentStatus;
import org.iochub.model.code.Severity;
import org.iochub.model.record.Incident;
import org.iochub.model.record.Location;
import org.iochub.model.record.RecordTypes;
import org.iochub.model.schema.RecordValidator;
import org.iochub.testkit.TestMessage;
import org.iochub.testkit.TestSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SituationsNormalizerTest {
    private final String fixture = new String(
            TestMessage.fixture(getClass(), "fixtures/situations-v2.xml").body(), StandardCharsets.UTF_8);

    @Test
    void eachRecordOfASituationIsAnIncident() throws IOException {
        List<Change> changes = changes(fixture);
        assertThat(changes).hasSize(2);
        Change.Upsert<?> upsert = (Change.Upsert<?>) changes.get(0);
        Incident accident = (Incident) upsert.data();

        assertThat(accident.incidentCode()).isEqualTo("TH-2026-0017/TN-1");
        assertThat(List.of(accident.category(), accident.subCategory().orElseThrow()))
                .containsExactly("traffic", "accident");
        assertThat(accident.severity()).isEqualTo(Severity.HIGH);
        assertThat(accident.title()).isEqualTo("Hai xe tải va chạm, ùn tắc kéo dài");
        assertThat(accident.status()).isEqualTo(IncidentStatus.UPDATED);
        assertThat(accident.issuedAt()).isEqualTo(OffsetDateTime.parse("2026-03-02T07:00:00+07:00"));
        assertThat(accident.validFrom()).contains(OffsetDateTime.parse("2026-03-02T06:55:00+07:00"));
        assertThat(accident.validTo()).contains(OffsetDateTime.parse("2026-03-02T09:00:00+07:00"));
        assertThat(accident.location()).contains(new Location(108.4742, 15.5731));
        assertThat(upsert.version()).isEqualTo(VersionKey.at(Instant.parse("2026-03-02T00:20:00Z")));
        assertThat(upsert.area()).contains(new AreaRef("48", LocalDate.of(2025, 7, 1)));
        assertThat(RecordValidator.of(RecordTypes.INCIDENT).validate(accident)).isEmpty();

        Incident jam = (Incident) ((Change.Upsert<?>) changes.get(1)).data();
        assertThat(jam.title()).isEqualTo("Ùn tắc, giao thông bất thường");
        assertThat(jam.severity()).isEqualTo(Severity.MEDIUM);
        assertThat(jam.status()).isEqualTo(IncidentStatus.ACTIVE);
    }

    @Test
    void aLaterVersionIsTheSameIncident() throws IOException {
        Change.Upsert<?> first = (Change.Upsert<?>) changes(fixture).get(0);
        Change.Upsert<?> later = (Change.Upsert<?>)
                changes(fixture.replace("VersionTime>2026-03-02T07:20:00", "VersionTime>2026-03-02T07:40:00"))
                        .get(0);
        assertThat(((Incident) later.data()).incidentCode()).isEqualTo(((Incident) first.data()).incidentCode());
        assertThat(later.version().order().getAsLong())
                .isGreaterThan(first.version().order().getAsLong());
    }

    @ParameterizedTest
    @CsvSource({"<cancel>true</cancel>,CANCELLED", "<end>true</end>,RESOLVED", "<end>false</end>,UPDATED"})
    void saysWhenItIsOver(String management, IncidentStatus status) throws IOException {
        String over = fixture.replaceFirst(
                "</validity>",
                "</validity><management><lifeCycleManagement>" + management + "</lifeCycleManagement></management>");
        assertThat(((Incident) ((Change.Upsert<?>) changes(over).get(0)).data()).status())
                .isEqualTo(status);
    }

    @ParameterizedTest
    @ValueSource(strings = {"test", "securityExercise", "technicalExercise"})
    void whatIsNotRealIsNothing(String status) throws IOException {
        assertThat(changes(fixture.replace(">real<", ">" + status + "<"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"Accident\"|\"UfoLanding\"|unknown-code",
                ">high<|>dữ dội<|unknown-code",
                ">real<|>la<|unknown-code",
                ">definedByValidityTimeSpec<|>la<|unknown-code",
                "id=\"TN-1\"|x=\"1\"|missing-field",
                "<situationRecordVersionTime>2026-03-02T07:20:00+07:00</situationRecordVersionTime>||missing-field",
                "Time>2026-03-02T07:20:00+07:00</situationRecord|Time>2026-02-30T07:20:00+07:00</situationRecord|impossible-date"
            })
    void refusesARecordAloneThatItDoesNotUnderstand(String from, String to, String code) throws IOException {
        List<Change> changes = changes(fixture.replace(from, to == null ? "" : to));
        assertThat(((Change.Refusal) changes.get(0)).fault().code()).isEqualTo(code);
        assertThat(changes.get(0).raw().position()).startsWith("situation TH-2026-0017/");
        assertThat(new String(changes.get(0).raw().content().open().readAllBytes(), StandardCharsets.UTF_8))
                .startsWith("<situationRecord");
        assertThat(changes).hasSize(2);
    }

    @Test
    void leavesOutPlacesThatCannotBe() throws IOException {
        Change.Upsert<?> upsert = (Change.Upsert<?>)
                changes(fixture.replace("<latitude>15.5731", "<latitude>108.5")).get(0);
        assertThat(((Incident) upsert.data()).location()).isEmpty();
        assertThat(upsert.notes()).extracting(Fault::code).containsExactly("impossible-location");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "<situation/>", "<html/>"})
    void refusesAsAWholeWhatIsNoDatex(String body) {
        assertThatThrownBy(() -> changes(body)).isInstanceOf(FaultException.class);
    }

    private static List<Change> changes(String xml) throws IOException {
        try (Stream<Change> changes = new SituationsNormalizer(TestSource.of(
                        SituationsExample.at(URI.create("http://localhost/"), Duration.ofSeconds(5)),
                        AreaRegistry.builtIn()))
                .normalize(TestMessage.of("situations", xml))) {
            return changes.toList();
        }
    }
}
