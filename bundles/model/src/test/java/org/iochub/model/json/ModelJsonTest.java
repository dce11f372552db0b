package org.iochub.model.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.iochub.model.FaultException;
import org.iochub.model.RandomRecords;
import org.iochub.model.RecordData;
import org.iochub.model.RecordType;
import org.iochub.model.code.DossierStatus;
import org.iochub.model.code.Frequency;
import org.iochub.model.code.IndicatorMeasure;
import org.iochub.model.record.Dossier;
import org.iochub.model.record.DossierBuilder;
import org.iochub.model.record.Indicator;
import org.iochub.model.record.Level;
import org.iochub.model.record.Location;
import org.iochub.model.record.RecordTypes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ModelJsonTest {
    private final ModelJson json = new ModelJson();
    private final RecordCodec<Dossier> dossiers = json.codec(RecordTypes.DOSSIER);
    private final RecordCodec<Indicator> indicators = json.codec(RecordTypes.INDICATOR);

    private static DossierBuilder dossier() {
        return DossierBuilder.builder()
                .dossierCode("H48.15-260105-0001")
                .procedureCode("1.000001")
                .receivingOrg("H48.15")
                .level(Level.COMMUNE)
                .status(DossierStatus.IN_PROCESS)
                .sourceStatus("4")
                .receivedAt(OffsetDateTime.parse("2026-01-05T08:00:00+07:00"));
    }

    private static Indicator indicator(double value, Map<String, String> breakdown) {
        return new Indicator(
                "KTXH.01",
                Optional.empty(),
                "51",
                "2026-01-01/2026-03-31",
                OffsetDateTime.parse("2026-03-31T23:59:59+07:00"),
                Frequency.QUARTERLY,
                value,
                "1",
                OptionalLong.empty(),
                IndicatorMeasure.ACTUAL,
                Optional.empty(),
                breakdown,
                Optional.empty(),
                0,
                Optional.empty(),
                OptionalDouble.empty(),
                OptionalDouble.empty());
    }

    private String write(Dossier dossier) {
        return new String(dossiers.write(dossier), StandardCharsets.UTF_8);
    }

    @Test
    void writesFieldsInTheirOrderAndLeavesOutWhatIsAbsent() {
        assertThat(write(dossier().build()))
                .isEqualTo("{\"dossierCode\":\"H48.15-260105-0001\",\"procedureCode\":\"1.000001\","
                        + "\"receivingOrg\":\"H48.15\",\"level\":\"commune\",\"status\":4,\"sourceStatus\":\"4\","
                        + "\"receivedAt\":\"2026-01-05T08:00:00+07:00\"}");
    }

    @Test
    void keepsAnEmptyTextThatIsPresent() {
        assertThat(write(dossier().sourceStatus("").summary("").build()))
                .contains("\"summary\":\"\"", "\"sourceStatus\":\"\"");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-01-05T08:00+07:00, 2026-01-05T08:00:00+07:00",
        "2026-01-05T01:00Z, 2026-01-05T01:00:00Z",
        "2026-01-05T08:00:05.120+07:00, 2026-01-05T08:00:05.12+07:00",
        "2026-01-05T08:00:05.000000001-09:30, 2026-01-05T08:00:05.000000001-09:30",
    })
    void keepsTheOffsetAndTheInstant(OffsetDateTime given, String written) {
        Dossier dossier = dossier().receivedAt(given).build();
        assertThat(write(dossier)).contains("\"receivedAt\":\"" + written + "\"");
        assertThat(dossiers.read(dossiers.write(dossier)).receivedAt()).isEqualTo(given);
        assertThat(dossiers.read(dossiers.write(dossier)).receivedAt().getOffset())
                .isEqualTo(given.getOffset());
    }

    @Test
    void writesTextInNfcWhereverItStands() {
        String decomposed = "Pho\u0302\u0309";
        String mixed = "Ph\u00F4\u0309";
        assertThat(write(dossier().summary(decomposed).sourceStatus(mixed).build()))
                .contains("\"summary\":\"Phổ\"", "\"sourceStatus\":\"Phổ\"");
        byte[] bytes = indicators.write(indicator(1, Map.of(decomposed, mixed)));
        assertThat(new String(bytes, StandardCharsets.UTF_8)).contains("{\"Phổ\":\"Phổ\"}");
    }

    @Test
    void sortsMapsSoThatEqualContentGivesEqualBytes() {
        Map<String, String> one = new LinkedHashMap<>();
        one.put("nganh", "A");
        one.put("gioi", "nu");
        Map<String, String> other = new LinkedHashMap<>();
        other.put("gioi", "nu");
        other.put("nganh", "A");
        assertThat(indicators.write(indicator(1, one))).isEqualTo(indicators.write(indicator(1, other)));
    }

    @ParameterizedTest
    @CsvSource({
        "7, 7",
        "-0.0, 0",
        "7.5, 7.5",
        "0.001, 0.001",
        "1234567890.25, 1.23456789025E9",
        "1e300, 1.0E300",
        "2e-3, 0.002"
    })
    void writesNumbersInOneForm(double value, String written) {
        byte[] bytes = indicators.write(indicator(value, Map.of()));
        assertThat(new String(bytes, StandardCharsets.UTF_8)).contains("\"value\":" + written + ",");
        assertThat(indicators.read(bytes).value()).isEqualTo(value == 0 ? 0.0 : value);
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void refusesWhatIsNoNumber(double value) {
        FaultException refused =
                catchThrowableOfType(FaultException.class, () -> indicators.write(indicator(value, Map.of())));
        assertThat(refused.fault().code()).isEqualTo("unwritable");
        assertThat(refused.fault().where()).isEqualTo("value");
        RecordCodec<Location> locations = json.codec(Location.class);
        assertThat(catchThrowableOfType(FaultException.class, () -> locations.write(new Location(value, 1))))
                .isNotNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\uD83D", "a\uD83Db", "a\uDE00"})
    void refusesHalfACharacter(String text) {
        Dossier dossier = dossier().summary(text).build();
        assertThat(catchThrowableOfType(FaultException.class, () -> dossiers.write(dossier))
                        .fault()
                        .code())
                .isEqualTo("unwritable");
    }

    static List<RecordType<?>> types() {
        return RecordTypes.builtIn();
    }

    @ParameterizedTest
    @MethodSource("types")
    <T extends RecordData> void readsWhatItWrote(RecordType<T> type) {
        RecordCodec<T> codec = json.codec(type);
        RandomRecords random = new RandomRecords(42);
        for (int i = 0; i < 200; i++) {
            T record = random.record(type.dataClass());
            byte[] bytes = codec.write(record);
            assertThat(codec.read(bytes)).isEqualTo(record);
            assertThat(codec.write(codec.read(bytes))).isEqualTo(bytes);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"nope\":1}|unknown-field|nope",
                "{\"status\":11}|unknown-code|status",
                "{\"status\":\"4\"}|bad-value|status",
                "{\"level\":\"hamlet\"}|bad-value|level",
                "{\"level\":1}|bad-value|level",
                "{\"dossierCode\":5}|bad-value|dossierCode",
                "{\"receivedAt\":\"05/01/2026\"}|bad-value|receivedAt",
                "{\"receivedAt\":1767574800000}|bad-value|receivedAt",
                "{\"receivedAt\":\"2026-01-0xT08:00:00+07:00\"}|bad-value|receivedAt",
                "{\"receivedAt\":\"2026-02-30T08:00:00+07:00\"}|bad-value|receivedAt",
                "{\"receivedAt\":\"2026-01-05T08:00:00\"}|bad-value|receivedAt",
                "{\"steps\":[{\"at\":true}]}|bad-value|steps[0].at",
                "{\"feeVnd\":1.5}|bad-value|feeVnd",
                "{\"dossierCode\":|not-json|''",
                "{} {}|bad-value|''",
                "[]|bad-value|''",
            })
    void saysWhatItCannotRead(String text, String code, String where) {
        FaultException refused =
                catchThrowableOfType(FaultException.class, () -> dossiers.read(text.getBytes(StandardCharsets.UTF_8)));
        assertThat(refused.fault().code()).as(refused.getMessage()).isEqualTo(code);
        assertThat(refused.fault().where()).isEqualTo(where);
    }

    @Test
    void neverInventsAMissingNumber() {
        String text = new String(indicators.write(indicator(5, Map.of())), StandardCharsets.UTF_8);
        byte[] without = text.replace("\"value\":5,", "").getBytes(StandardCharsets.UTF_8);
        assertThat(catchThrowableOfType(FaultException.class, () -> indicators.read(without))
                        .fault()
                        .where())
                .isEqualTo("value");
    }

    @Test
    void readsAbsentOptionalsAndCollectionsAsEmpty() {
        Dossier read = dossiers.read("{}".getBytes(StandardCharsets.UTF_8));
        assertThat(read.summary()).isEmpty();
        assertThat(read.feeVnd()).isEmpty();
        assertThat(read.steps()).isEmpty();
    }

    @Test
    void copiesOfTheMapperAreTheCallersOwn() {
        assertThat(ModelJson.newMapper()).isNotSameAs(ModelJson.newMapper());
    }
}
