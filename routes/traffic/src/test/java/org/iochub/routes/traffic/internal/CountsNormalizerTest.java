package org.iochub.routes.traffic.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.iochub.api.Change;
import org.iochub.api.read.MissingOffset;
import org.iochub.model.Fault;
import org.iochub.model.VersionKey;
import org.iochub.model.area.AreaRef;
import org.iochub.model.area.AreaRegistry;
import org.iochub.model.area.Areas;
import org.iochub.model.code.FacilityKind;
import org.iochub.model.code.ObservationStatus;
import org.iochub.model.record.Facility;
import org.iochub.model.record.Observation;
import org.iochub.testkit.TestMessage;
import org.iochub.testkit.TestSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CountsNormalizerTest {
    private static final Areas AREAS = AreaRegistry.builtIn();
    private static final String CYCLE = """
            {"camera":"CAM-TK-01","from":"2026-03-02T07:00:00+07:00","to":"2026-03-02T07:05:00+07:00",\
            "sent":"2026-03-02T07:05:04+07:00","status":"ok","lanes":[{"lane":1,LANE}]}""";

    private CountsExample example = CountsExample.of("mqtt://localhost", "x");

    @Test
    void readsACycle() throws IOException {
        List<Change> changes = changes(TestMessage.fixture(getClass(), "fixtures/counts.ndjson"));

        Facility camera = (Facility) upsert(changes.get(0)).data();
        assertThat(camera.facilityCode()).isEqualTo("CAM-TK-01");
        assertThat(camera.kind()).isEqualTo(FacilityKind.CAMERA);
        Change.Upsert<?> counted = upsert(changes.get(1));
        Observation motorcycles = (Observation) counted.data();
        assertThat(motorcycles.property()).isEqualTo("count.motorcycle.lane-1");
        assertThat(motorcycles.value()).hasValue(118);
        assertThat(motorcycles.unit()).isEqualTo("{vehicle}");
        assertThat(motorcycles.aggregation()).contains("sum-PT5M");
        assertThat(motorcycles.phenomenonTime()).isEqualTo(OffsetDateTime.parse("2026-03-02T07:05:00+07:00"));
        assertThat(motorcycles.valid()).isTrue();
        assertThat(counted.version()).isEqualTo(VersionKey.at(Instant.parse("2026-03-02T00:05:04Z")));
        assertThat(counted.area()).contains(new AreaRef("20341", LocalDate.of(2025, 7, 1)));
        Observation speed = (Observation) upsert(changes.get(6)).data();
        assertThat(List.of(speed.property(), speed.unit(), speed.aggregation().orElseThrow()))
                .containsExactly("speed.lane-1", "km/h", "mean-PT5M");
    }

    @Test
    void whatMeansNoValueIsAbsentAndNeverZero() throws IOException {
        List<Observation> second = changes(TestMessage.fixture(getClass(), "fixtures/counts.ndjson")).stream()
                .filter(change -> upsert(change).data() instanceof Observation)
                .map(change -> (Observation) upsert(change).data())
                .filter(observation -> observation.property().endsWith("lane-2"))
                .toList();

        assertThat(second).hasSize(4).allSatisfy(observation -> {
            assertThat(observation.value()).isEmpty();
            assertThat(observation.valid()).isFalse();
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"vehicles\":{\"xe-may\":-3}|impossible-value",
                "\"vehicles\":{\"xe-may\":\"12\"}|wrong-type",
                "\"vehicles\":{\"xe-loi\":2}|unknown-code",
                "\"occupancy\":100.5|impossible-value",
                "\"speed\":301|impossible-value",
                "\"speed\":\"24,8\"|wrong-type"
            })
    void refusesOneValueAndTakesTheOthers(String lane, String code) throws IOException {
        List<Change> changes = cycle(
                lane + ",\"vehicles2\":{},\"lane9\":1" + (lane.contains("occupancy") ? "" : ",\"occupancy\":0.0"));

        assertThat(changes.stream()
                        .filter(Change.Refusal.class::isInstance)
                        .map(change -> ((Change.Refusal) change).fault().code()))
                .containsExactly(code);
        assertThat(changes.stream().filter(Change.Upsert.class::isInstance)).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({"bao-loi,DEVICE_ERROR", "bao-tri,CALIBRATING"})
    void aDeviceThatIsNotWellCountsInNoAverage(String said, ObservationStatus status) throws IOException {
        Observation observation = (Observation) upsert(changes(batch(
                                CYCLE.replace("\"ok\"", "\"" + said + "\"").replace("LANE", "\"speed\":30")))
                        .get(1))
                .data();
        assertThat(observation.statusCode()).isEqualTo(status);
        assertThat(observation.valid()).isFalse();
        assertThat(observation.value()).hasValue(30);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "null",
                "42",
                "\"x\"",
                "",
                "{",
                "{\"camera\":7}",
                "{\"camera\":\"C\"}",
                "{\"camera\":\"C\",\"camera\":\"D\"}"
            })
    void refusesAloneWhatIsNoCycle(String payload) throws IOException {
        List<Change> changes = changes(batch(payload, CYCLE.replace("LANE", "\"speed\":30")));
        assertThat(changes).hasSize(3);
        assertThat(changes.get(0)).isInstanceOf(Change.Refusal.class);
        assertThat(changes.get(0).raw().position()).isEqualTo("line 1");
    }

    @ParameterizedTest
    @CsvSource({
        "07:05:00+07:00,07:00:00+07:00,impossible-value",
        "2026-13-02,2026-03-02T07:05:00+07:00,impossible-date",
        "unknown,unknown,unknown-code"
    })
    void refusesCyclesOfNoTimeOrNoStatus(String from, String to, String code) throws IOException {
        String cycle = CYCLE.replace("LANE", "\"speed\":30");
        String broken = switch (code) {
            case "impossible-value" -> cycle.replace("T07:00:00", "T08:00:00");
            case "impossible-date" -> cycle.replace("2026-03-02T07:00:00", "2026-13-02T07:00:00");
            default -> cycle.replace("\"ok\"", "\"la\"");
        };
        assertThat(((Change.Refusal) changes(batch(broken)).get(0)).fault().code())
                .isEqualTo(code);
    }

    @Test
    void anUnlistedCameraGetsNoFacilityAndNoArea() throws IOException {
        List<Change> changes =
                changes(batch(CYCLE.replace("LANE", "\"speed\":30").replace("CAM-TK-01", "CAM-LA")));
        assertThat(changes).hasSize(1);
        assertThat(upsert(changes.get(0)).area()).isEmpty();
        assertThat(upsert(changes.get(0)).notes()).extracting(Fault::code).containsExactly("unlisted-camera");
    }

    @Test
    void suppliesAMissingOffsetAsConfigured() throws IOException {
        String local = CYCLE.replace("LANE", "\"speed\":30").replace("+07:00", "");
        assertThat(((Observation) upsert(changes(batch(local)).get(1)).data()).phenomenonTime())
                .isEqualTo(OffsetDateTime.parse("2026-03-02T07:05:00+07:00"));
        example = example.missing(MissingOffset.REFUSE);
        assertThat(((Change.Refusal) changes(batch(local)).get(0)).fault().code())
                .isEqualTo("missing-offset");
    }

    @Test
    void aCorrectionHasTheSameIdentityAndALaterVersion() throws IOException {
        String first = CYCLE.replace("LANE", "\"speed\":30");
        String corrected = first.replace("07:05:04", "07:09:00").replace("30", "33");
        List<Change> changes = changes(batch(first, corrected));
        Change.Upsert<?> one = upsert(changes.get(1));
        Change.Upsert<?> two = upsert(changes.get(2));
        assertThat(identity(two)).isEqualTo(identity(one));
        assertThat(two.version().order().getAsLong())
                .isGreaterThan(one.version().order().getAsLong());
    }

    @Test
    void refusesSettingsThatMeanNothing() {
        assertThatThrownBy(() -> example.topics(" ").settings().subscription()).hasMessageContaining("bad-setting");
        assertThatThrownBy(() -> CountsExample.of("http://x", "y").settings().subscription())
                .hasMessageContaining("bad-setting");
        assertThatThrownBy(() -> Pairs.read("statuses", "status", List.of("ok"), java.util.Optional::of))
                .hasMessageContaining("bad-setting");
    }

    private static Object identity(Change.Upsert<?> upsert) {
        Observation o = (Observation) upsert.data();
        return List.of(o.facilityCode(), o.property(), o.phenomenonTime(), o.aggregation());
    }

    private List<Change> cycle(String lane) throws IOException {
        return changes(batch(CYCLE.replace("LANE", lane)));
    }

    private static TestMessage batch(String... payloads) throws IOException {
        StringBuilder lines = new StringBuilder();
        for (String payload : payloads) {
            lines.append(new ObjectMapper().writeValueAsString(Map.of("topic", "t", "payload", payload)))
                    .append('\n');
        }
        return TestMessage.of("batch", lines.toString());
    }

    private static Change.Upsert<?> upsert(Change change) {
        return (Change.Upsert<?>) change;
    }

    private List<Change> changes(TestMessage message) throws IOException {
        try (Stream<Change> changes =
                new CountsNormalizer(TestSource.of(example.settings(), AREAS)).normalize(message)) {
            return changes.toList();
        }
    }
}
