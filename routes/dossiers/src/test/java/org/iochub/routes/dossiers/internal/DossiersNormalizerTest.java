package org.iochub.routes.dossiers.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.iochub.api.Change;
import org.iochub.api.RawMessage;
import org.iochub.model.Fault;
import org.iochub.model.FaultException;
import org.iochub.model.VersionKey;
import org.iochub.model.area.AreaRef;
import org.iochub.model.area.AreaRegistry;
import org.iochub.model.area.Areas;
import org.iochub.model.code.ApplicantKind;
import org.iochub.model.code.DossierStatus;
import org.iochub.model.record.Dossier;
import org.iochub.model.record.Level;
import org.iochub.model.record.RecordTypes;
import org.iochub.model.schema.RecordValidator;
import org.iochub.simulators.push.DossierPushSimulator;
import org.iochub.testkit.TestMessage;
import org.iochub.testkit.TestSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DossiersNormalizerTest {
    private static final Areas AREAS = AreaRegistry.builtIn();
    private static final ObjectMapper JSON = new ObjectMapper();

    private final TestSettings settings = new TestSettings();

    @Test
    void aDossier() {
        Change.Upsert<?> change = upsert(fixture("dossier.json"));
        Dossier dossier = (Dossier) change.data();
        assertThat(dossier.dossierCode()).isEqualTo("H48.15-250715-0001");
        assertThat(dossier.procedureCode()).isEqualTo("1.001612");
        assertThat(dossier.procedureName()).contains("Đăng ký thành lập hộ kinh doanh");
        assertThat(dossier.fieldCode()).contains("KH01");
        assertThat(dossier.receivingOrg()).isEqualTo("H48.15");
        assertThat(dossier.handlingOrg()).contains("Sở mẫu");
        assertThat(dossier.level()).isEqualTo(Level.PROVINCE);
        assertThat(dossier.channel()).contains("1");
        assertThat(dossier.applicantKind()).contains(ApplicantKind.CITIZEN);
        assertThat(dossier.sourceApplicantKind()).contains("1");
        assertThat(dossier.summary()).contains("Hồ sơ mẫu");
        assertThat(dossier.status()).isEqualTo(DossierStatus.IN_PROCESS);
        assertThat(dossier.sourceStatus()).isEqualTo("4");
        assertThat(dossier.receivedAt()).isEqualTo("2025-07-15T09:30:00+07:00");
        assertThat(dossier.dueAt()).contains(OffsetDateTime.parse("2025-07-20T17:00:00+07:00"));
        assertThat(dossier.feeVnd()).hasValue(51_250);
        assertThat(dossier.links())
                .containsExactly(
                        new Dossier.Link("H48.53-250714-0001", "liên thông"),
                        new Dossier.Link("000.21.53.H48-250310-0001", "liên thông"));
        assertThat(change.area())
                .hasValueSatisfying(area -> assertThat(area.code()).isEqualTo("51"));
        assertThat(change.notes()).isEmpty();
        assertThat(change.version())
                .isEqualTo(VersionKey.at(
                        OffsetDateTime.parse("2025-07-15T10:30:00+07:00").toInstant()));
    }

    @Test
    void namesPhonesAndAddressesAreNotRead() {
        assertThat(upsert(fixture("dossier.json")).data().toString())
                .doesNotContain("Người nộp mẫu")
                .doesNotContain("example.org")
                .doesNotContain("0900000000");
        assertThat(((Change.Patch) only(fixture("steps.json"))).value().toString())
                .doesNotContain("Cán bộ mẫu")
                .doesNotContain("Chuyển xử lý");
    }

    @ParameterizedTest
    @CsvSource({
        "000.00.53.H48-250310-0001,000.00.53.H48,DISTRICT",
        "000.21.53.H48-250310-0001,000.21.53.H48,COMMUNE",
        "000.00.00.H48-250310-00012,000.00.00.H48,PROVINCE",
        "000.00.15.H48-250310-0001,000.00.15.H48,PROVINCE",
        "000.02.15.H48-250310-0001,000.02.15.H48,PROVINCE",
        "H48-250715-0001,H48,PROVINCE",
        "H48.15-250715-0001,H48.15,PROVINCE",
        "H48.60-250715-0001,H48.60,COMMUNE",
        "H48.60.02-250715-0001,H48.60.02,COMMUNE",
        "G12.18-250715-0001,G12.18,CENTRAL",
        "H37.DN.001-250715-0001,H37.DN.001,PROVINCE"
    })
    void bothGenerationsOfCodes(String code, String organisation, Level level) {
        settings.areas = Optional.empty();
        Dossier dossier = dossier(
                d -> d.put("MaHoSo", code).put("NgayTiepNhan", code.contains("-2503") ? "2025-03-10" : "2025-07-15"));
        assertThat(dossier.receivingOrg()).isEqualTo(organisation);
        assertThat(dossier.level()).isEqualTo(level);
    }

    @Test
    void theLevelOfAKnownUnitWins() {
        settings.areas = Optional.of("H48.15=21034");
        assertThat(dossier(d -> {}).level()).isEqualTo(Level.COMMUNE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"HS-2025/903", "H48.15-25071-0001", "H48.15-250715-001", "h48.15-250715-0001", "1"})
    void otherCodesAreRefused(String code) {
        assertThat(refusal(d -> d.put("MaHoSo", code)).code()).isEqualTo("bad-dossier-code");
    }

    @Test
    void anUnknownStatusIsRefusedAndNamesTheKnownOnes() {
        Fault fault = refusal(d -> d.put("TrangThaiHoSo", "19"));
        assertThat(fault.code()).isEqualTo("unknown-code");
        assertThat(fault.where()).isEqualTo("data[0].TrangThaiHoSo");
        assertThat(fault.message().vi())
                .contains("1, 2, 3, 4, 5, 6, 7, 8, 9, 10")
                .contains("statusMap");
    }

    @Test
    void aSourceMayHaveItsOwnStatuses() {
        settings.statusMap = Optional.of("0=1, 4=10,A=2");
        assertThat(dossier(d -> {}).status()).isEqualTo(DossierStatus.RETURNED);
        assertThat(dossier(d -> d.put("TrangThaiHoSo", "A")).sourceStatus()).isEqualTo("A");
        assertThat(refusal(d -> d.put("TrangThaiHoSo", "1")).code()).isEqualTo("unknown-code");
    }

    @ParameterizedTest
    @ValueSource(strings = {"4", "4=11", "4=x", "4=1,4=2", ""})
    void aBadStatusMapIsSaidAtTheStart(String map) {
        settings.statusMap = Optional.of(map);
        assertThatThrownBy(this::normalizer)
                .isInstanceOfSatisfying(
                        FaultException.class, e -> assertThat(e.fault().where()).isEqualTo("statusMap"));
    }

    @ParameterizedTest
    @CsvSource({
        "CITIZEN1,1,CITIZEN",
        "CITIZEN1,2,BUSINESS",
        "CITIZEN0,0,CITIZEN",
        "CITIZEN0,1,BUSINESS",
        "CITIZEN0,2,HOUSEHOLD_BUSINESS"
    })
    void theSameNumberMeansAnotherApplicantElsewhere(ApplicantDialect dialect, int number, ApplicantKind kind) {
        settings.applicantKinds = dialect;
        assertThat(dossier(d -> d.put("LoaiDoiTuong", number)).applicantKind()).contains(kind);
    }

    @ParameterizedTest
    @CsvSource({"CITIZEN1,0", "CITIZEN1,3", "CITIZEN0,3"})
    void anUnknownApplicantIsRefused(ApplicantDialect dialect, String number) {
        settings.applicantKinds = dialect;
        assertThat(refusal(d -> d.put("LoaiDoiTuong", number)).code()).isEqualTo("unknown-code");
    }

    @ParameterizedTest
    @CsvSource({
        "2025-07-15T09:30:00+07:00,2025-07-15T09:30+07:00",
        "2025-07-15T02:30:00Z,2025-07-15T09:30+07:00",
        "2025-07-14T17:00:00.000+0000,2025-07-15T00:00+07:00",
        "15/07/2025 09:30:00,2025-07-15T09:30+07:00",
        "15/07/2025,2025-07-15T00:00+07:00",
        "2025/07/15 09:30:00,2025-07-15T09:30+07:00",
        "20250715093000,2025-07-15T09:30+07:00",
        "202507150930,2025-07-15T09:30+07:00",
        "1752546600000,2025-07-15T09:30+07:00"
    })
    void timesInEveryShape(String written, OffsetDateTime meant) {
        assertThat(dossier(d -> d.put("NgayTiepNhan", written)).receivedAt()).isEqualTo(meant);
    }

    @Test
    void epochMayBeANumber() {
        assertThat(dossier(d -> d.put("NgayTiepNhan", 1752546600000L)).receivedAt())
                .isEqualTo("2025-07-15T09:30:00+07:00");
    }

    @Test
    void theDayBeforeInUtcIsTheDayOfTheReform() {
        settings.areas = Optional.of("H48.15=51");
        Change.Upsert<?> change = upsert(message(d -> d.put("NgayTiepNhan", "2025-06-30T17:00:00.000+0000")));
        assertThat(change.area().map(area -> area.validFrom().toString())).contains("2025-07-01");
    }

    @ParameterizedTest
    @ValueSource(strings = {"31/02/2025", "2025-13-01", "mai", "1752546600", "2025-07-15T25:00:00+07:00"})
    void impossibleTimesAreRefused(String written) {
        Fault fault = refusal(d -> d.put("NgayTiepNhan", written));
        assertThat(fault.code()).isIn("impossible-date", "bad-date");
        assertThat(fault.where()).isEqualTo("data[0].NgayTiepNhan");
    }

    @Test
    void aDayWithoutATimeIsDueWhenItEnds() {
        assertThat(dossier(d -> d.put("NgayHenTra", "20/07/2025")).dueAt())
                .contains(OffsetDateTime.parse("2025-07-20T23:59:59+07:00"));
    }

    @Test
    void supplementsExtendTheDueDate() {
        Dossier dossier = dossier(d -> {
            d.putArray("DanhSachHoSoBoSung")
                    .add(JSON.createObjectNode().put("NgayHenTraMoi", "30/07/2025"))
                    .add(JSON.createObjectNode().put("NgayHenTraMoi", "25/07/2025"))
                    .add(JSON.createObjectNode().put("NgayHenTraMoi", ""));
        });
        assertThat(dossier.dueAt()).contains(OffsetDateTime.parse("2025-07-30T23:59:59+07:00"));
        assertThat(dossier.supplements()).hasSize(2);
    }

    @Test
    void requestsForSupplementsAreKeptWithTheDayFirstSet() {
        Dossier dossier = dossier(d -> {
            d.put("NgayHenTra", "2025-07-22T17:00:00+07:00");
            d.putArray("DanhSachHoSoBoSung")
                    .add(JSON.createObjectNode()
                            .put("NgayBoSung", "2025-07-16T08:00:00+07:00")
                            .put("NgayTiepNhanBoSung", "2025-07-18T08:00:00+07:00")
                            .put("NgayHenTraTruoc", "2025-07-20T17:00:00+07:00"))
                    .add(JSON.createObjectNode().put("NgayBoSung", "19/07/2025 14:00:00"));
        });
        assertThat(dossier.originalDueAt()).contains(OffsetDateTime.parse("2025-07-20T17:00:00+07:00"));
        assertThat(dossier.supplements())
                .containsExactly(
                        new Dossier.Supplement(
                                Optional.of(OffsetDateTime.parse("2025-07-16T08:00:00+07:00")),
                                Optional.of(OffsetDateTime.parse("2025-07-18T08:00:00+07:00")),
                                Optional.empty()),
                        new Dossier.Supplement(
                                Optional.of(OffsetDateTime.parse("2025-07-19T14:00:00+07:00")),
                                Optional.empty(),
                                Optional.empty()));
        assertThat(dossier(d -> d.put("NgayHenTra", "22/07/2025")).originalDueAt())
                .isEmpty();
    }

    @Test
    void withoutAnUpdateTimeTheLatestTimeIsTheVersion() {
        Change.Upsert<?> change = upsert(message(d -> {
            d.remove("NgayCapNhat");
            d.put("NgayKetThucXuLy", "2025-07-18T10:00:00+07:00").put("NgayTra", "2025-07-19T08:00:00+07:00");
        }));
        assertThat(change.version())
                .isEqualTo(VersionKey.at(
                        OffsetDateTime.parse("2025-07-19T08:00:00+07:00").toInstant()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"MaHoSo", "MaTTHC", "NgayTiepNhan", "TrangThaiHoSo"})
    void requiredFieldsAreRequired(String field) {
        for (Consumer<ObjectNode> loss :
                List.<Consumer<ObjectNode>>of(d -> d.remove(field), d -> d.putNull(field), d -> d.put(field, " "))) {
            Fault fault = refusal(loss);
            assertThat(fault.code()).isEqualTo("missing-field");
            assertThat(fault.where()).isEqualTo("data[0]." + field);
        }
    }

    @Test
    void whatIsNotThereIsAbsent() {
        Dossier dossier = dossier(d -> d.retain("MaHoSo", "MaTTHC", "NgayTiepNhan", "TrangThaiHoSo"));
        assertThat(dossier.feeVnd()).isEmpty();
        assertThat(dossier.applicantKind()).isEmpty();
        assertThat(dossier.dueAt()).isEmpty();
        assertThat(dossier.links()).isEmpty();
    }

    @Test
    void valuesOfAnotherTypeAreRefused() {
        assertThat(refusal(d -> d.putObject("MaTTHC")).code()).isEqualTo("wrong-type");
        assertThat(refusal(d -> d.put("DanhSachLePhi", 5)).code()).isEqualTo("wrong-type");
        assertThat(refusal(d -> d.putArray("DanhSachHoSoLienThong").add("x")).code())
                .isEqualTo("bad-dossier-code");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-5", "1.5", "1e300000000", "1e-300000000", "\"abc\"", "\"1,234\"", "null"})
    void feesAreWholeDong(String amount) throws JsonProcessingException {
        JsonNode fees = JSON.readTree("[{\"SoTien\":1000},{\"SoTien\":\"?\"}]");
        String body = new String(
                        ((TestMessage) message(d -> d.set("DanhSachLePhi", fees))).body(), StandardCharsets.UTF_8)
                .replace("\"?\"", amount);
        Fault fault = ((Change.Refusal) only(TestMessage.of("m", body))).fault();
        assertThat(fault.code()).isIn("bad-amount", "bad-number", "missing-field");
        assertThat(fault.where()).startsWith("data[0].DanhSachLePhi");
    }

    @Test
    void textIsNfcWhateverItCameAs() {
        String decomposed = Normalizer.normalize("Đăng ký thường trú tại Đức Phổ", Normalizer.Form.NFD);
        assertThat(dossier(d -> d.put("TenTTHC", decomposed)).procedureName())
                .contains("Đăng ký thường trú tại Đức Phổ");
        assertThat(refusal(d -> d.put("TenTTHC", "H\uFFFD s\uFFFD")).where()).isEqualTo("data[0].TenTTHC");
    }

    @Test
    void anOrganisationWithoutAnAreaIsTakenAndNoted() {
        settings.areas = Optional.empty();
        Change.Upsert<?> change = upsert(fixture("dossier.json"));
        assertThat(change.area()).isEmpty();
        assertThat(change.notes()).extracting(Fault::code).containsExactly("unmapped-organisation");
    }

    @Test
    void theAreaIsThatOfTheDayOfReceipt() {
        Change.Upsert<?> old =
                upsert(message(d -> d.put("MaHoSo", "000.00.53.H48-250310-0001").put("NgayTiepNhan", "2025-03-10")));
        assertThat(old.area()).contains(new AreaRef("524", AreaRegistry.BEGINNING));
        Change.Upsert<?> late =
                upsert(message(d -> d.put("MaHoSo", "000.00.53.H48-250310-0001").put("NgayTiepNhan", "2025-07-01")));
        assertThat(late.area()).isEmpty();
        assertThat(late.notes()).extracting(Fault::code).containsExactly("area-not-valid");
    }

    @ParameterizedTest
    @ValueSource(strings = {"H48.15", "=51", "H48.15=x", "H48.15=51,H48.15=48"})
    void badAreasAreSaidAtTheStart(String list) {
        settings.areas = Optional.of(list);
        assertThatThrownBy(this::normalizer)
                .isInstanceOfSatisfying(
                        FaultException.class, e -> assertThat(e.fault().where()).isEqualTo("areas"));
    }

    @ParameterizedTest
    @CsvSource({"6,IN_PROCESS", "7,PAYMENT_REQUESTED", "0,REGISTERED", "17,RETURNED"})
    void theOtherListOfStates(String code, DossierStatus status) {
        settings.statusList = Optional.of(StatusList.TWENTY);
        assertThat(dossier(d -> d.put("TrangThaiHoSo", code)).status()).isEqualTo(status);
    }

    @Test
    void aMapChangesTheListChosen() {
        settings.statusList = Optional.of(StatusList.NATIONAL);
        settings.statusMap = Optional.of("6=4");
        assertThat(dossier(d -> d.put("TrangThaiHoSo", "6")).status()).isEqualTo(DossierStatus.IN_PROCESS);
        assertThat(dossier(d -> d.put("TrangThaiHoSo", "9")).status()).isEqualTo(DossierStatus.FINISHED);
        assertThat(refusal(d -> d.put("TrangThaiHoSo", "11")).code()).isEqualTo("unknown-code");
    }

    @Test
    void aStepIsAPatchOfItsDossier() {
        Change.Patch patch = (Change.Patch) only(fixture("steps.json"));
        assertThat(patch.type()).isEqualTo(RecordTypes.DOSSIER);
        assertThat(patch.naturalKey()).containsExactly("H48.15-250715-0001");
        assertThat(patch.part()).isEqualTo("steps");
        Dossier.Step step = (Dossier.Step) patch.value();
        assertThat(step.at()).isEqualTo("2025-07-15T10:00:00+07:00");
        assertThat(step.status()).isEqualTo(DossierStatus.IN_PROCESS);
        assertThat(step.org()).contains("Bộ phận một cửa");
        assertThat(step.dueAt()).contains(OffsetDateTime.parse("2025-07-17T23:59:59+07:00"));
        assertThat(RecordValidator.of(Dossier.Step.class).validate(step)).isEmpty();
    }

    @Test
    void aRecordBehindAPoisonRecordPasses() {
        String good = new String(((TestMessage) fixture("dossier.json")).body(), StandardCharsets.UTF_8);
        String element = good.substring(good.indexOf('[') + 1, good.lastIndexOf(']'));
        String body = "{\"data\":[5,{},\"\",{\"a\":\"" + "x".repeat(2 << 20) + "\"}," + element
                + "],\"service\":\"DongBoHoSoMC\"}";
        List<Change> changes = normalize(TestMessage.of("m", body));
        assertThat(changes).hasSize(5);
        assertThat(changes.subList(0, 4)).allMatch(Change.Refusal.class::isInstance);
        assertThat(changes.get(4)).isInstanceOf(Change.Upsert.class);
    }

    @Test
    void malformedElementsAreRefusedWhenTheServiceStandsInFront() {
        String good = new String(((TestMessage) fixture("dossier.json")).body(), StandardCharsets.UTF_8);
        String element = good.substring(good.indexOf('[') + 1, good.lastIndexOf(']'));
        List<Change> changes = normalize(TestMessage.of(
                "m", "{\"service\":\"DongBoHoSoMC\",\"data\":[{\"MaHoSo\":}," + element + ",{\"MaHoSo\":\"H48"));
        assertThat(changes).hasSize(3);
        assertThat(changes.get(1)).isInstanceOf(Change.Upsert.class);
        assertThat(((Change.Refusal) changes.get(2)).fault().code()).isEqualTo("truncated-message");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "{}",
                "garbage",
                "{\"data\":[]}",
                "{\"service\":\"Khac\",\"data\":[]}",
                "{\"service\":\"DongBoHoSoMC\"}",
                "{\"service\":\"DongBoHoSoMC\",\"data\":{}}",
                "{\"service\":{\"x\":1},\"data\":[]}"
            })
    void aMessageThatIsNoneIsRefusedWhole(String body) {
        assertThatThrownBy(() -> normalize(TestMessage.of("m", body))).isInstanceOf(FaultException.class);
    }

    @Test
    void anEmptyListIsNothing() {
        assertThat(normalize(TestMessage.of("m", "{\"service\":\"DongBoHoSoMC\",\"data\":[]}")))
                .isEmpty();
    }

    @Test
    void everythingTheSimulatorPushesIsTakenOrRefusedTheSameEachTime() {
        RecordValidator<Dossier> validator = RecordValidator.of(RecordTypes.DOSSIER);
        try (DossierPushSimulator simulator = new DossierPushSimulator(1)) {
            for (String message : simulator.messages()) {
                List<Change> changes = normalize(TestMessage.of("m", message));
                assertThat(changes).isNotEmpty();
                assertThat(shown(changes)).isEqualTo(shown(normalize(TestMessage.of("m", message))));
                changes.stream()
                        .filter(Change.Upsert.class::isInstance)
                        .map(change -> (Dossier) ((Change.Upsert<?>) change).data())
                        .forEach(dossier ->
                                assertThat(validator.validate(dossier)).isEmpty());
            }
            assertThat(simulator.messages().stream()
                            .flatMap(message -> normalize(TestMessage.of("m", message)).stream())
                            .filter(Change.Refusal.class::isInstance))
                    .hasSize(5);
        }
    }

    private DossiersNormalizer normalizer() {
        return new DossiersNormalizer(TestSource.of(settings.build(), AREAS));
    }

    private List<Change> normalize(RawMessage message) {
        try (Stream<Change> changes = normalizer().normalize(message)) {
            return changes.collect(Collectors.toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Change only(RawMessage message) {
        List<Change> changes = normalize(message);
        assertThat(changes).hasSize(1);
        return changes.get(0);
    }

    private Change.Upsert<?> upsert(RawMessage message) {
        Change change = only(message);
        assertThat(change).isInstanceOf(Change.Upsert.class);
        return (Change.Upsert<?>) change;
    }

    private Dossier dossier(Consumer<ObjectNode> edit) {
        return (Dossier) upsert(message(edit)).data();
    }

    private Fault refusal(Consumer<ObjectNode> edit) {
        return ((Change.Refusal) only(message(edit))).fault();
    }

    private static RawMessage fixture(String name) {
        return TestMessage.fixture(DossiersNormalizerTest.class, "/fixtures/" + name);
    }

    /** The fixture with its one dossier changed. */
    private static RawMessage message(Consumer<ObjectNode> edit) {
        try (InputStream in = fixture("dossier.json").open()) {
            JsonNode envelope = JSON.readTree(in);
            edit.accept((ObjectNode) envelope.path("data").path(0));
            return TestMessage.of("m", JSON.writeValueAsString(envelope));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> shown(List<Change> changes) {
        return changes.stream()
                .map(change -> {
                    if (change instanceof Change.Upsert<?> upsert) {
                        return upsert.data() + " " + upsert.version() + upsert.area() + upsert.notes();
                    }
                    return change instanceof Change.Patch patch
                            ? patch.value().toString()
                            : ((Change.Refusal) change).fault().toString();
                })
                .collect(Collectors.toList());
    }
}
