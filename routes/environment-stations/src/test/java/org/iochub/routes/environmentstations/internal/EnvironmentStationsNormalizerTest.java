package org.iochub.routes.environmentstations.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.iochub.api.Change;
import org.iochub.api.RawMessage;
import org.iochub.api.RawPart;
import org.iochub.model.Fault;
import org.iochub.model.FaultException;
import org.iochub.model.VersionKey;
import org.iochub.model.area.AreaRef;
import org.iochub.model.area.AreaRegistry;
import org.iochub.model.area.Areas;
import org.iochub.model.code.ObservationStatus;
import org.iochub.model.number.NumberStyle;
import org.iochub.model.record.Facility;
import org.iochub.model.record.Observation;
import org.iochub.model.record.RecordTypes;
import org.iochub.model.schema.RecordValidator;
import org.iochub.testkit.TestMessage;
import org.iochub.testkit.TestSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EnvironmentStationsNormalizerTest {
    private static final Areas AREAS = AreaRegistry.builtIn();
    private static final String NAME = "NUO001_20260302070500.txt";

    private final TestSettings settings = new TestSettings();

    @Test
    void aLinePerParameter() {
        List<Change> changes = normalize(fixture("QNG_KCNA_NUO001_20260302070000.txt"));
        assertThat(changes.stream().map(this::brief))
                .containsExactly(
                        "NUO001 Flow 118.2 m3/h",
                        "NUO001 Temp 27.41 Cel",
                        "NUO001 pH 7.05 [pH]",
                        "NUO001 COD 41.3 mg/L",
                        "NUO001 Color 38.0 {Pt-Co}",
                        "NUO001 PM2.5 27.5 ug/m3");
        Observation flow = observations(changes).get(0);
        assertThat(flow.sourceUnit()).contains("m3/h");
        assertThat(flow.phenomenonTime()).isEqualTo(OffsetDateTime.parse("2026-03-02T07:00:00+07:00"));
        assertThat(flow.resultTime()).contains(OffsetDateTime.parse("2026-03-02T07:00:00+07:00"));
        assertThat(flow.statusCode()).isEqualTo(ObservationStatus.NORMAL);
        assertThat(flow.sourceStatus()).contains("00");
        assertThat(flow.valid()).isTrue();
        assertThat(flow.aggregation()).contains("average");
    }

    @Test
    void allParametersOnOneLine() {
        assertThat(observations(normalize(fixture("KHI001_20260302070000.txt"))))
                .extracting(Observation::property)
                .containsExactly("Flow", "Temp", "pH", "COD", "Color", "PM2.5");
    }

    @Test
    void whatCannotBeTakenIsRefusedAndTheRestGoesOn() {
        List<Change> changes = normalize(fixture(NAME));
        assertThat(changes.stream().map(this::brief))
                .containsExactly(
                        "wrong-field-count at line 1, group 1: COD\t12.5\t20260302070500\t00",
                        "impossible-date at line 2, group 1.time: TSS\t31\tmg/l\t20260231070500\t00",
                        "unknown-unit at line 3, group 1.unit: TP\t1.1\tgallon\t20260302070500\t00",
                        "unknown-code at line 4, group 1.status: DO\t5.5\tmg/l\t20260302070500\t03",
                        "bad-number at line 5, group 1.value: NH4\tabc\tmg/l\t20260302070500\t00",
                        "NUO001 TOC --- mg/L",
                        "NUO001 TN 4.2 mg/L",
                        "NUO001 Cl 9.1 mg/L",
                        "NUO001 COD 40.1 mg/L");
        assertThat(observations(changes)).extracting(Observation::valid).containsExactly(false, false, false, true);
        assertThat(observations(changes))
                .extracting(Observation::statusCode)
                .containsExactly(
                        ObservationStatus.NORMAL,
                        ObservationStatus.CALIBRATING,
                        ObservationStatus.DEVICE_ERROR,
                        ObservationStatus.NORMAL);
    }

    @Test
    void anUnknownStatusNamesTheKnownOnes() {
        Fault fault = refusals(normalize(file("DO\t5.5\tmg/l\t20260302070500\t03\r\n")))
                .get(0);
        assertThat(fault.message().vi()).contains("00, 01, 02").contains("extraStatuses");
        assertThat(fault.message().en()).contains("00, 01, 02").contains("extraStatuses");
    }

    @Test
    void anExtraStatusMeansWhatTheSettingsSay() {
        settings.extraStatuses = Optional.of("03=device-error, 9=normal");
        List<Observation> observations = observations(
                normalize(file("DO\t5.5\tmg/l\t20260302070500\t03\tDO\t5.6\tmg/l\t20260302071000\t9\r\n")));
        assertThat(observations)
                .extracting(Observation::statusCode)
                .containsExactly(ObservationStatus.DEVICE_ERROR, ObservationStatus.NORMAL);
        assertThat(observations).extracting(o -> o.sourceStatus().orElse("")).containsExactly("03", "9");
    }

    @ParameterizedTest
    @ValueSource(strings = {"03", "03=broken", "00=device-error", "=normal=", "03=normal,03=calibrating"})
    void badExtraStatusesAreSaidAtTheStart(String extra) {
        settings.extraStatuses = Optional.of(extra);
        assertThatThrownBy(this::normalizer)
                .isInstanceOfSatisfying(
                        FaultException.class, e -> assertThat(e.fault().where()).isEqualTo("extraStatuses"));
    }

    @Test
    void aBrokenGroupDoesNotSpoilTheLine() {
        String good = "COD\t12.5\tmg/l\t20260302070500\t00";
        List<Change> changes = normalize(file(good + "\tTSS\t31\t20260302070500\t00\t" + good + "\tX\tpH\t7\tpH\t"
                + "20260302070500\t00\t" + good + "\tTN\t1"));
        assertThat(changes.stream().map(this::brief))
                .containsExactly(
                        "NUO001 COD 12.5 mg/L",
                        "wrong-field-count at line 1, group 2: TSS\t31\t20260302070500\t00",
                        "NUO001 COD 12.5 mg/L",
                        "wrong-field-count at line 1, group 4: X\tpH\t7\tpH\t20260302070500\t00",
                        "NUO001 COD 12.5 mg/L",
                        "wrong-field-count at line 1, group 6: TN\t1");
    }

    @Test
    void aTabAtTheEndOfTheLineIsNothing() {
        assertThat(observations(normalize(file("COD\t12.5\tmg/l\t20260302070500\t00\t\r\n"))))
                .hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"VI,'1.234,5',1234.5", "EN,'1,234.5',1234.5", "VI,'12,5',12.5", "EN,12.5,12.5", "EN,-0.5,-0.5", "VI,7,7"
    })
    void numbersAreReadAsTheSettingsSay(NumberStyle notation, String written, double value) {
        settings.numbers = notation;
        Observation observation = observations(normalize(file("Flow\t" + written + "\tm3/h\t20260302070500\t00\r\n")))
                .get(0);
        assertThat(observation.value()).hasValue(value);
    }

    @ParameterizedTest
    @CsvSource({"VI,12.5", "EN,'12,5'", "EN,NaN", "EN,1e400", "EN,''", "EN,Infinity", "VI,'1.2.3'"})
    void aNumberInTheOtherNotationIsNotGuessed(NumberStyle notation, String written) {
        settings.numbers = notation;
        List<Change> changes = normalize(file("Flow\t" + written + "\tm3/h\t20260302070500\t00\r\n"));
        assertThat(refusals(changes)).extracting(Fault::code).containsExactly("bad-number");
    }

    @ParameterizedTest
    @CsvSource({
        "µg/m3,ug/m3",
        "μg/m³,ug/m3",
        "ug/m3,ug/m3",
        "oC,Cel",
        "°C,Cel",
        "º C,Cel",
        "m³/h,m3/h",
        "NTU,{NTU}",
        "%,%",
        "ppm,[ppm]",
        "dBA,dB[SPL]{A}",
        "mg/Nm3,mg/m3{Nm3}",
        "Pt-Co,{Pt-Co}"
    })
    void unitsBecomeUcum(String unit, String ucum) {
        Observation observation = observations(normalize(file("Flow\t1\t" + unit + "\t20260302070500\t00\r\n")))
                .get(0);
        assertThat(observation.unit()).isEqualTo(ucum);
        assertThat(observation.sourceUnit()).contains(unit);
    }

    @Test
    void onlyPhDoesWithoutAUnit() {
        List<Change> changes = normalize(file("pH\t7\t\t20260302070500\t00\r\nCOD\t7\t-\t20260302070500\t00\r\n"));
        assertThat(changes.stream().map(this::brief))
                .containsExactly(
                        "NUO001 pH 7.0 [pH]", "unknown-unit at line 2, group 1.unit: COD\t7\t-\t20260302070500\t00");
    }

    @Test
    void textInEveryEncoding() {
        String decomposed = Normalizer.normalize("Nhiệt độ", Normalizer.Form.NFD);
        for (RawMessage message : List.of(
                file("Nhiệt độ\t28\toC\t20260302070500\t00\r\n"),
                file(decomposed + "\t28\toC\t20260302070500\t00\r\n"),
                file("\uFEFFNhiệt độ\t28\toC\t20260302070500\t00\r\n"),
                file("Nhi\u00d6t \u00ae\u00e9\t28\toC\t20260302070500\t00\r\n", StandardCharsets.ISO_8859_1),
                file(
                        "Nhiệt độ\t28\t\u00b0C\t20260302070500\t00\r\n".replace("Nhiệt độ", "Temp"),
                        StandardCharsets.ISO_8859_1))) {
            assertThat(normalize(message).stream().map(this::brief)).containsExactly("NUO001 Temp 28.0 Cel");
        }
    }

    @Test
    void aRepairedTextIsNoted() {
        Change change = normalize(
                        file("Nhi\u00d6t \u00ae\u00e9\t28\toC\t20260302070500\t00\r\n", StandardCharsets.ISO_8859_1))
                .get(0);
        assertThat(((Change.Upsert<?>) change).notes()).extracting(Fault::code).contains("text-repaired");
    }

    @Test
    void aParameterOutsideTheListKeepsItsNameAndIsNoted() {
        Change.Upsert<?> change = (Change.Upsert<?>)
                normalize(file("DO\t5.5\tmg/l\t20260302070500\t00\r\n")).get(0);
        assertThat(((Observation) change.data()).property()).isEqualTo("DO");
        assertThat(change.notes()).extracting(Fault::code).contains("unlisted-parameter");
    }

    @Test
    void garbageIsRefusedLineByLine() {
        List<Change> changes = normalize(TestMessage.of(NAME, new byte[] {1, 2, 3, (byte) 0xff, '\n', 0, 0, '\n'}));
        assertThat(changes).hasSize(2).allMatch(Change.Refusal.class::isInstance);
    }

    @Test
    void aTruncatedFileLosesItsLastRecordOnly() {
        List<Change> changes = normalize(file("COD\t12.5\tmg/l\t20260302070500\t00\r\nTSS\t31\tmg/l\t202603"));
        assertThat(changes.stream().map(this::brief))
                .containsExactly("NUO001 COD 12.5 mg/L", "wrong-field-count at line 2, group 1: TSS\t31\tmg/l\t202603");
    }

    @Test
    void aHugeLineIsRefusedByItsPlaceAndTheNextOneIsRead() {
        String huge = "x".repeat(3 << 20);
        List<Change> changes = normalize(file(huge + "\r\nCOD\t12.5\tmg/l\t20260302070500\t00\r\n"));
        assertThat(changes).hasSize(2);
        assertThat(refusals(changes)).extracting(Fault::code).containsExactly("over-limit");
        assertThat(text(changes.get(0).raw())).isEqualTo(huge);
        assertThat(brief(changes.get(1))).isEqualTo("NUO001 COD 12.5 mg/L");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\r\n\r\n", "\uFEFF"})
    void anEmptyFileIsRefused(String content) {
        assertThat(refusals(normalize(file(content)))).extracting(Fault::code).containsExactly("empty-message");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"report.txt", "NUO001_20260302.txt", "NUO001_20260231070000.txt", "A_B_C_D_20260302070000.txt"})
    void aFileOfAnotherNameIsRefusedWhole(String name) {
        assertThatThrownBy(() -> normalize(TestMessage.of(name, "COD\t1\tmg/l\t20260302070500\t00")))
                .isInstanceOf(FaultException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "STATION,QNG_KCNA_NUO001_20260302070000.txt,NUO001",
        "FACILITY_STATION,a/b/QNG_KCNA_NUO001_20260302070000.TXT,KCNA_NUO001",
        "FULL,QNG_KCNA_NUO001_20260302070000.txt,QNG_KCNA_NUO001",
        "FULL,NUO001_20260302070000.txt,NUO001"
    })
    void theStationIsNamedByTheFile(StationCode by, String name, String code) {
        settings.stationCode = by;
        List<Change> changes = normalize(TestMessage.of(name, "COD\t1\tmg/l\t20260302070500\t00"));
        assertThat(observations(changes)).extracting(Observation::facilityCode).containsExactly(code);
    }

    @Test
    void theFileNameDecidesWhichVersionIsNewer() {
        Change.Upsert<?> change = (Change.Upsert<?>)
                normalize(file("COD\t1\tmg/l\t20260301000000\t00")).get(0);
        assertThat(change.version())
                .isEqualTo(VersionKey.at(
                        OffsetDateTime.parse("2026-03-02T07:05:00+07:00").toInstant()));
    }

    @Test
    void aListedStationIsAFacilityAndGivesItsArea() {
        settings.stations = Optional.of("NUO001=Trạm A|108.8|15.12|21439@2025-07-01,KHI001=Trạm B|108|15|51");
        List<Change> changes = normalize(file("COD\t1\tmg/l\t20260302070500\t00"));
        Change.Upsert<?> station = (Change.Upsert<?>) changes.get(0);
        assertThat(station.type()).isEqualTo(RecordTypes.FACILITY);
        Facility facility = (Facility) station.data();
        assertThat(facility.facilityCode()).isEqualTo("NUO001");
        assertThat(facility.name()).isEqualTo("Trạm A");
        assertThat(RecordValidator.of(RecordTypes.FACILITY).validate(facility)).isEmpty();
        assertThat(areas(changes)).containsExactly("21439 from 2025-07-01", "21439 from 2025-07-01");
        assertThat(changes)
                .allSatisfy(change ->
                        assertThat(((Change.Upsert<?>) change).notes()).isEmpty());
    }

    @Test
    void theAreaIsThatOfTheDayOfTheMeasurement() {
        settings.stations = Optional.of("NUO001=Trạm A|108.8|15.12|21439@2025-07-01;534@2025-01-01");
        List<Change> changes = normalize(file("COD\t1\tmg/l\t20250630235959\t00\tCOD\t1\tmg/l\t20250701000000\t00"));
        assertThat(areas(changes).subList(1, 3))
                .containsExactly("534 from " + AreaRegistry.BEGINNING, "21439 from 2025-07-01");
    }

    @Test
    void aCodeThatMeantAnotherUnitIsNoted() {
        settings.stations = Optional.of("NUO001=Trạm A|108.8|15.12|21439");
        Change.Upsert<?> old = (Change.Upsert<?>)
                normalize(file("COD\t1\tmg/l\t20250630235959\t00")).get(1);
        assertThat(old.area()).contains(new AreaRef("21439", AreaRegistry.BEGINNING));
        assertThat(old.notes()).extracting(Fault::code).containsExactly("area-code-reused");
    }

    @Test
    void aDayWithoutAUnitHasNoAreaButANote() {
        settings.stations = Optional.of("NUO001=Trạm A|108.8|15.12|21439@2025-07-01");
        Change.Upsert<?> old = (Change.Upsert<?>)
                normalize(file("COD\t1\tmg/l\t20250630235959\t00")).get(1);
        assertThat(old.area()).isEmpty();
        assertThat(old.notes()).extracting(Fault::code).containsExactly("area-not-valid");
    }

    @Test
    void anUnlistedStationIsTakenWithoutAreaAndNoFacilityIsInvented() {
        settings.stations = Optional.of("KHI001=Trạm B|108|15|51");
        List<Change> changes = normalize(file("COD\t1\tmg/l\t20260302070500\t00"));
        assertThat(changes).hasSize(1);
        Change.Upsert<?> change = (Change.Upsert<?>) changes.get(0);
        assertThat(change.area()).isEmpty();
        assertThat(change.notes()).extracting(Fault::code).containsExactly("unlisted-station");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "NUO001",
                "NUO001=A|108|15",
                "NUO001=A|x|15|51",
                "NUO001=A|108|95|51",
                "NUO001=|108|15|51",
                "NUO001=A|108|15|5x",
                "NUO001=A|108|15|51@2025-02-30",
                "NUO001=A|1|1|51,NUO001=B|1|1|51"
            })
    void aBadStationListIsSaidAtTheStart(String list) {
        settings.stations = Optional.of(list);
        assertThatThrownBy(this::normalizer)
                .isInstanceOfSatisfying(
                        FaultException.class, e -> assertThat(e.fault().where()).isEqualTo("stations"));
    }

    @Test
    void theListMayStandInAFile(@TempDir Path directory) throws IOException {
        Path list = directory.resolve("stations.txt");
        Files.writeString(list, "# trạm\n\nNUO001=Trạm A, cửa xả 1|108.8|15.12|51@2025-07-01\n");
        settings.stationsFile = Optional.of(list.toString());
        Facility facility = (Facility) ((Change.Upsert<?>)
                        normalize(file("COD\t1\tmg/l\t20260302070500\t00")).get(0))
                .data();
        assertThat(facility.name()).isEqualTo("Trạm A, cửa xả 1");
        settings.stationsFile = Optional.of(directory.resolve("missing").toString());
        assertThatThrownBy(this::normalizer).isInstanceOf(FaultException.class);
    }

    @Test
    void sameMessageSameChanges() {
        settings.stations = Optional.of("NUO001=Trạm A|108.8|15.12|21439@2025-07-01");
        assertThat(shown(normalize(fixture(NAME)))).isEqualTo(shown(normalize(fixture(NAME))));
    }

    @Test
    void everyObservationFitsTheSchema() {
        RecordValidator<Observation> validator = RecordValidator.of(RecordTypes.OBSERVATION);
        for (String name : List.of(NAME, "KHI001_20260302070000.txt", "QNG_KCNA_NUO001_20260302070000.txt")) {
            assertThat(observations(normalize(fixture(name))))
                    .allSatisfy(observation ->
                            assertThat(validator.validate(observation)).isEmpty());
        }
    }

    private EnvironmentStationsNormalizer normalizer() {
        return new EnvironmentStationsNormalizer(TestSource.of(settings.build(), AREAS));
    }

    private List<Change> normalize(RawMessage message) {
        try (Stream<Change> changes = normalizer().normalize(message)) {
            return changes.collect(Collectors.toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static RawMessage fixture(String name) {
        return TestMessage.fixture(EnvironmentStationsNormalizerTest.class, "/fixtures/" + name);
    }

    private static RawMessage file(String content) {
        return TestMessage.of(NAME, content);
    }

    private static RawMessage file(String content, Charset charset) {
        return TestMessage.of(NAME, content.getBytes(charset));
    }

    private static List<Observation> observations(List<Change> changes) {
        return changes.stream()
                .filter(Change.Upsert.class::isInstance)
                .map(change -> ((Change.Upsert<?>) change).data())
                .filter(Observation.class::isInstance)
                .map(Observation.class::cast)
                .collect(Collectors.toList());
    }

    private static List<Fault> refusals(List<Change> changes) {
        return changes.stream()
                .filter(Change.Refusal.class::isInstance)
                .map(change -> ((Change.Refusal) change).fault())
                .collect(Collectors.toList());
    }

    private static List<String> areas(List<Change> changes) {
        return changes.stream()
                .map(change -> ((Change.Upsert<?>) change).area().orElseThrow())
                .map(area -> area.code() + " from " + area.validFrom())
                .collect(Collectors.toList());
    }

    private String brief(Change change) {
        if (change instanceof Change.Refusal refusal) {
            return refusal.fault().code() + " at " + refusal.fault().where() + ": " + text(refusal.raw());
        }
        Observation o = (Observation) ((Change.Upsert<?>) change).data();
        return o.facilityCode() + " " + o.property() + " "
                + (o.value().isPresent() ? o.value().getAsDouble() : "---") + " " + o.unit();
    }

    private static List<String> shown(List<Change> changes) {
        return changes.stream()
                .map(change -> change instanceof Change.Upsert<?> upsert
                        ? upsert.data() + " " + upsert.version() + " " + upsert.area() + upsert.notes()
                        : ((Change.Refusal) change).fault().toString())
                .collect(Collectors.toList());
    }

    private static String text(RawPart raw) {
        try (InputStream in = raw.content().open()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
