package org.iochub.model.area;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.StringReader;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.iochub.model.Fault;
import org.iochub.model.FaultException;
import org.iochub.model.code.AreaPart;
import org.iochub.model.record.Area;
import org.iochub.model.record.Level;
import org.iochub.model.record.RecordTypes;
import org.iochub.model.schema.RecordValidator;
import org.iochub.model.text.MatchKey;
import org.iochub.model.text.Nfc;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AreaRegistryTest {
    private static final LocalDate BEFORE = LocalDate.of(2025, 6, 30);
    private static final LocalDate AFTER = LocalDate.of(2025, 7, 1);
    private static final String HEADER = "code,level,name,kind,parent,valid_from,valid_to,latitude,longitude\n";
    private final AreaRegistry areas = AreaRegistry.builtIn();

    private String name(String code, LocalDate at) {
        return areas.byCode(code, at).orElseThrow().name();
    }

    private List<String> successors(String code) {
        return areas.byCode(code, BEFORE).orElseThrow().successors().stream()
                .map(Area.Successor::code)
                .toList();
    }

    private AreaRef ref(String code, LocalDate at) {
        return areas.require(code, at);
    }

    @Test
    void everyUnitIsAValidRecord() {
        RecordValidator<Area> validator = RecordValidator.of(RecordTypes.AREA);
        assertThat(areas.all()).hasSize(1_072).allSatisfy(area -> {
            assertThat(validator.validate(area)).as("%s", area).isEmpty();
            assertThat(Nfc.is(area.name())).isTrue();
        });
    }

    @Test
    void oneCodeMeansTwoTerritories() {
        assertThat(name("21439", BEFORE)).isEqualTo("Phường Nguyễn Nghiêm");
        assertThat(name("21439", AFTER)).isEqualTo("Phường Đức Phổ");
        assertThat(name("21457", BEFORE)).isEqualTo("Xã Phổ Nhơn");
        assertThat(name("21457", AFTER)).isEqualTo("Xã Nguyễn Nghiêm");
        assertThat(name("21025", BEFORE)).isEqualTo("Phường Nguyễn Nghiêm");
        assertThat(name("21025", AFTER)).isEqualTo("Phường Cẩm Thành");
        assertThat(areas.spans("21439"))
                .extracting(Area::name)
                .containsExactly("Phường Nguyễn Nghiêm", "Phường Đức Phổ");
        assertThat(ref("21439", BEFORE)).isNotEqualTo(ref("21439", AFTER));
    }

    @Test
    void saysWhatACodeHasMeant() {
        assertThat(areas.history("21439").vi())
                .isEqualTo(
                        "Mã 21439 là Phường Nguyễn Nghiêm đến hết ngày 30/6/2025; Phường Đức Phổ từ ngày 01/7/2025.");
        assertThat(areas.history("21439").en())
                .isEqualTo("The code 21439 means Phường Nguyễn Nghiêm until 2025-06-30; Phường Đức Phổ from"
                        + " 2025-07-01.");
    }

    @Test
    void refusesCodesThatAreNotValidAndSaysWho() {
        Fault fault = catchThrowableOfType(FaultException.class, () -> areas.require("49", AFTER))
                .fault();
        assertThat(fault.code()).isEqualTo("area-not-valid");
        assertThat(fault.message().vi())
                .isEqualTo("Mã 49 không có hiệu lực vào ngày 01/7/2025. Mã 49 là Tỉnh Quảng Nam đến hết ngày"
                        + " 30/6/2025; đơn vị kế thừa: Thành phố Đà Nẵng (48).");
        assertThat(catchThrowableOfType(FaultException.class, () -> areas.require("99999", AFTER))
                        .fault()
                        .code())
                .isEqualTo("unknown-area");
        assertThat(areas.byCode("534", AFTER)).isEmpty();
        assertThat(areas.byCode("21439", AreaRegistry.BEGINNING.minusDays(1))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"48, 48", "49, 48", "51, 51", "62, 51", "56, 56", "58, 56"})
    void provincesHaveTheirSuccessors(String old, String heir) {
        assertThat(successors(old)).containsExactly(heir);
    }

    @Test
    void aSplitCommuneHasSeveralPartialSuccessors() {
        assertThat(areas.byCode("22768", BEFORE).orElseThrow().successors())
                .containsExactly(
                        new Area.Successor("22780", AreaPart.PARTIAL), new Area.Successor("22888", AreaPart.PARTIAL));
        assertThat(areas.byCode("22888", AFTER).orElseThrow().predecessors())
                .contains(new Area.Successor("22768", AreaPart.PARTIAL));
        assertThat(areas.byCode("21439", AFTER).orElseThrow().predecessors())
                .extracting(Area.Successor::code)
                .contains("21439", "21460", "21463", "21466", "21469");
    }

    @Test
    void onlySpecialZonesMadeOfDistrictsLackALink() {
        assertThat(areas.all().stream()
                        .filter(area -> area.level() == Level.COMMUNE)
                        .filter(area ->
                                (area.validTo().isPresent() ? area.successors() : area.predecessors()).isEmpty())
                        .map(Area::name))
                .containsExactly("Đặc khu Hoàng Sa", "Đặc khu Lý Sơn");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Phường Đức Phổ|2025-07-01|21439",
                "P. Đức Phổ|2025-07-01|21439",
                "P.Đức Phổ|2025-07-01|21439",
                "đức phổ|2025-07-01|21439",
                "duc pho|2025-07-01|21439",
                "Thị Xã Đức Phổ|2025-06-30|534",
                "TX Đức Phổ|2025-06-30|534",
                "Đức Phổ|2025-06-30|534",
                "Xã Nguyễn Nghiêm|2025-07-01|21457",
                "Nguyễn Nghiêm|2025-07-01|21457",
                "Phan Rang - Tháp Chàm|2025-06-30|582",
                "Phan Rang–Tháp Chàm|2025-06-30|582",
                "TP. Phan Rang Tháp Chàm|2025-06-30|582",
                "Khánh Hòa|2025-07-01|56",
                "Tỉnh Khánh Hoà|2025-07-01|56",
                "tinh khanh hoa|2025-07-01|56",
                "Tịnh Khê|2025-07-01|21211",
                "xã tịnh khê|2025-07-01|21211",
                "tinh khe|2025-07-01|21211",
                "Đà Nẵng|2025-07-01|48",
                "TP Đà Nẵng|2025-07-01|48",
                "Thành phố Quảng Ngãi|2025-06-30|522",
                "Tỉnh Quảng Ngãi|2025-06-30|51",
                "Huyện Ia H’Drai|2025-06-30|618",
            })
    void findsNames(String name, LocalDate at, String code) {
        assertThat(areas.byName(name, Optional.empty(), at))
                .isInstanceOfSatisfying(
                        Areas.Match.Found.class,
                        found -> assertThat(found.area().code()).isEqualTo(code));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // Two wards of that name until the reform; afterwards a commune, which is another territory.
                "Phường Nguyễn Nghiêm|2025-06-30|Ambiguous",
                "Phường Nguyễn Nghiêm|2025-07-01|Unknown",
                "Quảng Ngãi|2025-06-30|Ambiguous",
                "Xã Đức Phổ|2025-07-01|Unknown",
                "Tỉnh Quảng Nam|2025-07-01|Unknown",
                "Tỉnh Khê|2025-07-01|Unknown",
                "Đức Phố|2025-07-01|Unknown",
                "''|2025-07-01|Unknown",
            })
    void neverGuesses(String name, LocalDate at, String outcome) {
        assertThat(areas.byName(name, Optional.empty(), at).getClass().getSimpleName())
                .isEqualTo(outcome);
    }

    @Test
    void aFrameTellsHomonymsApart() {
        Areas.Match inDucPho = areas.byName("Phường Nguyễn Nghiêm", Optional.of(ref("534", BEFORE)), BEFORE);
        assertThat(inDucPho)
                .isInstanceOfSatisfying(
                        Areas.Match.Found.class,
                        found -> assertThat(found.area().code()).isEqualTo("21439"));
        Areas.Match inCity = areas.byName("Phường Nguyễn Nghiêm", Optional.of(ref("522", BEFORE)), BEFORE);
        assertThat(inCity)
                .isInstanceOfSatisfying(
                        Areas.Match.Found.class,
                        found -> assertThat(found.area().code()).isEqualTo("21025"));
        assertThat(areas.byName("Đức Phổ", Optional.of(ref("48", AFTER)), AFTER))
                .isInstanceOf(Areas.Match.Unknown.class);
    }

    @Test
    void belowADistrictLieItsCommunesUntilTheReform() {
        Set<AreaRef> ducPho = areas.withBelow("534", Optional.of(BEFORE));
        assertThat(ducPho).contains(ref("534", BEFORE), ref("21439", BEFORE)).hasSize(16);
        assertThat(areas.withBelow("534", Optional.of(AFTER))).isEmpty();
        assertThat(areas.withBelow("534", Optional.empty())).isEqualTo(ducPho);
    }

    @Test
    void belowAProvinceLiesWhatLayBelowItAtTheTime() {
        Set<AreaRef> after = areas.withBelow("51", Optional.of(AFTER));
        assertThat(after).hasSize(97).contains(ref("51", AFTER), ref("21439", AFTER));
        Set<AreaRef> before = areas.withBelow("51", Optional.of(BEFORE));
        assertThat(before).contains(ref("534", BEFORE), ref("21439", BEFORE)).doesNotContain(ref("21439", AFTER));
        Set<AreaRef> both = new HashSet<>(before);
        both.addAll(after);
        assertThat(areas.withBelow("51", Optional.empty())).isEqualTo(both);
        assertThat(areas.withBelow("48", Optional.of(AFTER))).hasSize(95);
        assertThat(areas.withBelow("56", Optional.of(AFTER))).hasSize(66);
        assertThat(areas.withBelow("nope", Optional.empty())).isEmpty();
    }

    @Test
    void theKeyOfANameLeavesTheKindOut() {
        assertThat(areas.byCode("21439", AFTER).orElseThrow().nameKey()).isEqualTo("duc pho");
        assertThat(MatchKey.of("Khánh Hoà"))
                .isEqualTo(areas.byCode("56", AFTER).orElseThrow().nameKey());
    }

    @Test
    void operatorsAddAndCorrectUnits() {
        AreaRegistry more = AreaRegistry.builtInAnd(
                List.of(new StringReader("\uFEFF" + HEADER
                        + "21439,commune,Phường Đức Phổ,Phường,51,2025-07-01,2030-12-31,14.8,108.9\r\n"
                        + "21439,commune,\"Phường Đức Phổ, mới\",Phường,51,2031-01-01,,,\n"
                        + "75,province,Thành phố Đồng Nai,Thành phố,,2026-04-30,,,\n")),
                List.of(new StringReader("old_code,new_code,part\n21439,21439,whole\n")));
        assertThat(more.byCode("21439", LocalDate.of(2031, 1, 1)).orElseThrow().name())
                .isEqualTo("Phường Đức Phổ, mới");
        assertThat(more.spans("21439").get(1).successors()).hasSize(1);
        assertThat(more.byCode("75", LocalDate.of(2026, 4, 29))).isEmpty();
        assertThat(more.byCode("75", LocalDate.of(2026, 4, 30))).isPresent();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "51,province,Tỉnh X,Tỉnh,,2026-01-01,,,|overlapping-areas",
                "51,hamlet,Tỉnh X,Tỉnh,,2026-01-01,,,|bad-area-list",
                "51,province,,Tỉnh,,2026-01-01,,,|bad-area-list",
                "51,province,Tỉnh X,Tỉnh,,01/01/2026,,,|bad-area-list",
                "51,province,Tỉnh X,Tỉnh,,2026-01-01,,,,,|bad-area-list",
            })
    void refusesListsThatContradict(String row, String code) {
        FaultException refused = catchThrowableOfType(
                FaultException.class,
                () -> AreaRegistry.builtInAnd(List.of(new StringReader(HEADER + row + "\n")), List.of()));
        assertThat(refused.fault().code()).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({
        "4.0, PROVINCE, 04",
        "21439.0, COMMUNE, 21439",
        "7, COMMUNE, 00007",
        "534, DISTRICT, 534",
        "'1,00', DISTRICT, 001"
    })
    void undoesWhatSpreadsheetsDoToCodes(String written, Level level, String code) {
        assertThat(AreaCode.fromSpreadsheet(written, level)).isEqualTo(code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"4.5", "214390", "x", "", "-4"})
    void refusesWhatWasNeverACode(String written) {
        assertThat(catchThrowableOfType(FaultException.class, () -> AreaCode.fromSpreadsheet(written, Level.COMMUNE))
                        .fault()
                        .code())
                .isEqualTo("bad-area-code");
    }
}
