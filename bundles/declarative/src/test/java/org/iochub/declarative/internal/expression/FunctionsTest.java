package org.iochub.declarative.internal.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.iochub.declarative.internal.expression.function.Function;
import org.iochub.declarative.internal.expression.function.Functions;
import org.iochub.declarative.internal.expression.function.NumberNotation;
import org.iochub.model.Fault;
import org.iochub.model.FaultException;
import org.iochub.model.area.AreaRef;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FunctionsTest {
    private static Optional<Object> evaluate(String text, Map<String, Object> row) {
        return compile(text, Optional.empty()).evaluate(Scopes.of(row));
    }

    private static Expression compile(String text, Optional<NumberNotation> numbers) {
        return new JexlExpressions(Scopes.SETTINGS, Scopes.tables(numbers)).compile(text, "", (pointer, problem) -> {
            throw new AssertionError(problem.en());
        });
    }

    private static Optional<Object> of(String text, Object x) {
        return evaluate(text, Map.of("x", x));
    }

    private static Fault fault(String text, Object x) {
        try {
            Optional<Object> value = of(text, x);
            throw new AssertionError(text + " gave " + value);
        } catch (FaultException e) {
            assertThat(e.fault().message().vi())
                    .isNotBlank()
                    .isNotEqualTo(e.fault().message().en());
            return e.fault();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "date(x, 'dd/MM/yyyy HH:mm')|05/03/2026 07:30|2026-03-05T07:30+07:00",
                "date(x, 'dd/MM/yyyy')|05/03/2026|2026-03-05T00:00+07:00",
                "date(x, 'd/M/yyyy')|5/3/2026|2026-03-05T00:00+07:00",
                "date(x, 'yyyy-MM-dd HH:mm:ss')|2026-03-05 07:30:01|2026-03-05T07:30:01+07:00",
                "date(x, 'yyyy-MM-dd HH:mm:ss', 'UTC')|2026-03-05 00:30:01|2026-03-05T00:30:01Z",
                "date(x, 'yyyyMMddHHmm')|202603050730|2026-03-05T07:30+07:00",
                "date(x, 'dd/MM/yyyy HH:mm XXX')|05/03/2026 07:30 +00:00|2026-03-05T07:30Z",
                "date(x)|2026-03-05T07:30:00+07:00|2026-03-05T07:30+07:00",
                "date(x, 'iso')|2026-03-05T07:30+07:00|2026-03-05T07:30+07:00",
                "date(x, 'iso')|2026-03-05T00:30:00.250Z|2026-03-05T00:30:00.250Z",
                "date(x, 'iso')|2026-03-05 07:30:00|2026-03-05T07:30+07:00",
                "date(x, 'iso')|2026-03-05|2026-03-05T00:00+07:00",
                "date(x, 'excel')|46086.5|2026-03-05T12:00+07:00",
                "date(x, 'words')|ngày 05 tháng 3 năm 2026|2026-03-05T00:00+07:00",
                "date(x, 'compact')|20260305|2026-03-05T00:00+07:00",
                "date(x, 'day-first')|5.3.2026 7:30|2026-03-05T07:30+07:00"
            })
    void datesAreRead(String text, String x, String expected) {
        assertThat(of(text, x)).contains(OffsetDateTime.parse(expected));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "date(x, 'dd/MM/yyyy')|31/02/2026",
                "date(x, 'dd/MM/yyyy')|2026-03-05",
                "date(x, 'dd/MM/yyyy')|05/03/2026 07:30",
                "date(x, 'dd/MM/yyyy HH:mm')|05/03/2026 25:00",
                "date(x, 'iso')|2026-02-31T07:30:00+07:00",
                "date(x, 'iso')|2026-13-01T07:30:00+07:00",
                "date(x, 'iso')|05/03/2026",
                "date(x, 'words')|hôm qua"
            })
    void impossibleDatesAreRefusedAndNotMoved(String text, String x) {
        assertThat(fault(text, x).code()).isIn("bad-date", "impossible-date");
    }

    @Test
    void aDayIsWhereTheSourceIs() {
        assertThat(of("day(x)", "1990-05-11T17:00:00.000+0000")).contains(LocalDate.of(1990, 5, 12));
        assertThat(of("day(x, 'dd/MM/yyyy')", "05/03/2026")).contains(LocalDate.of(2026, 3, 5));
        assertThat(of("day(date(x))", "2026-03-05T23:30:00Z")).contains(LocalDate.of(2026, 3, 6));
        assertThat(of("day(date(x), 'iso', 'UTC')", "2026-03-05T23:30:00Z")).contains(LocalDate.of(2026, 3, 5));
    }

    @Test
    void whatLiesOutsideIsRefused() {
        assertThat(of("within(number(x, 'iso'), -90, 90)", "15.5")).contains(new BigDecimal("15.5"));
        assertThat(of("within(x, 0, 10)", 10L)).contains(10L);
        assertThat(of("within(y, 0, 10)", 1L)).isEmpty();
        assertThat(fault("within(x, -90, 90)", 109L).code()).isEqualTo("impossible-value");
        assertThat(fault("within(x, 0, 10)", "5").code()).isEqualTo("wrong-type");
        String moment = "within(date(x), date('2020-01-01'), later(date('2026-03-05T07:00:00+07:00'), '1h'))";
        assertThat(of(moment, "2026-03-05T08:00:00+07:00")).contains(OffsetDateTime.parse("2026-03-05T08:00+07:00"));
        assertThat(fault(moment, "2026-03-05T08:00:01+07:00").code()).isEqualTo("impossible-value");
        assertThat(fault(moment, "1970-01-01T00:00:00Z").code()).isEqualTo("impossible-value");
        assertThatThrownBy(() -> of("later(date(x), 'soon')", "2026-03-05")).isInstanceOf(AssertionError.class);
    }

    @Test
    void epochsAreCounted() {
        OffsetDateTime moment = OffsetDateTime.parse("2026-03-05T07:30:00+07:00");
        assertThat(of("epoch(x)", moment.toInstant().toEpochMilli())).contains(moment);
        assertThat(of("epoch(x, 's')", Long.toString(moment.toEpochSecond()))).contains(moment);
        assertThat(fault("epoch(x, 's')", moment.toInstant().toEpochMilli()).code())
                .isEqualTo("bad-date");
    }

    @Test
    void periodsHaveFields() {
        assertThat(of("period(x).interval", "Quý I năm 2026")).contains("2026-01-01/2026-03-31");
        assertThat(of("period(x).frequency", "Quý I năm 2026")).contains("quarterly");
        assertThat(of("period(x).cumulative", "Quý I năm 2026")).contains(false);
        assertThat(of("period(x).end", "Quý I năm 2026").map(Object::toString).orElseThrow())
                .startsWith("2026-0");
        assertThat(of("period(x).interval", "2026-Q1")).contains("2026-01-01/2026-03-31");
        assertThat(of("period(x).frequency", "2026-M03")).contains("monthly");
        assertThat(fault("period(x)", "2026-Q5").code()).isEqualTo("impossible-date");
    }

    /** Expected values by the textbook formulas (Snyder's series, Helmert), without the library. */
    @ParameterizedTest
    @CsvSource({
        "107-45, 1722022.616, 578294.011, 108.4818102, 15.5689719",
        "108-00, 1672256.866, 585986.051, 108.8018051, 15.1189688",
        "108-15, 1279494.190, 580707.441, 108.9917785, 11.5689664",
        "UTM-49, 1722968.160, 229737.083, 108.4818102, 15.5689719"
    })
    void nationalCoordinatesBecomeGlobal(
            String zone, BigDecimal north, BigDecimal east, double longitude, double latitude) {
        Map<String, Object> row = Map.of("x", north, "y", east, "zone", zone);
        for (String text : List.of("wgs84(x, y, '" + zone + "')", "wgs84(x, y, zone)")) {
            double[] found = {degrees(text + ".longitude", row), degrees(text + ".latitude", row)};
            assertThat(found).containsExactly(new double[] {longitude, latitude}, offset(2e-7));
        }
    }

    private static double degrees(String text, Map<String, Object> row) {
        // Decimals, as everything that fills a field.
        return ((BigDecimal) evaluate(text, row).orElseThrow()).doubleValue();
    }

    @Test
    void nationalCoordinatesTheWrongWayRoundAreRefused() {
        assertThat(fault("wgs84(578294, x, '107-45')", 1722022).code()).isEqualTo("bad-coordinates");
        assertThat(fault("wgs84(1722022, 578294, x)", "107-46").code()).isEqualTo("unknown-zone");
        assertThat(of("wgs84(x, null, '107-45')", 1722022)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "number(x, 'vi')|1.234,5|1234.5",
                "number(x, 'en')|1,234.5|1234.5",
                "number(x, 'iso')|1234.50|1234.50",
                "number(x, 'iso')|-1.5e3|-1.5E+3",
                "number(x)|1234|1234",
                "convert(number(x, 'vi'), 'triệu đồng', 'VND')|1.234,5|1234500000",
                "convert(number(x, 'vi'), 'tỷ đồng', 'triệu đồng')|1,5|1500",
                "convert(x, '%', 'fraction')|85|0.85",
                "convert(x, '1', '%')|1|100",
                "convert(x, 'mg/m3', 'ug/m3')|2|2000",
                "convert(x, 'µg', 'mg')|500|0.5",
                "convert(x, 'ha', 'km2')|250|2.5",
                "convert(x, 'nghìn tấn', 't')|3|3000",
                "round(number(x, 'iso'), 1)|2.25|2.3"
            })
    void numbersAreReadAndConverted(String text, String x, String expected) {
        assertThat(of(text, x)).contains(new BigDecimal(expected));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "number(x)|1.234",
                "number(x)|1,5",
                "number(x)|---",
                "number(x, 'vi')|1,234.5",
                "number(x, 'vi')|1.23",
                "number(x, 'en')|1.234,5",
                "number(x, 'iso')|1,5",
                "number(x, 'iso')|NaN",
                "convert(1, x, 'VND')|bao"
            })
    void numbersAreNeverGuessed(String text, String x) {
        assertThat(fault(text, x).code()).isIn("bad-number", "unknown-unit");
    }

    @Test
    void theFileMayDeclareHowNumbersAreWritten() {
        Scope scope = Scopes.of(Map.of("x", "1.234", "unit", "Tỷ đồng"));
        assertThat(compile("number(x)", Optional.of(NumberNotation.VI)).evaluate(scope))
                .contains(new BigDecimal("1234"));
        assertThat(compile("number(x, 'iso')", Optional.of(NumberNotation.VI)).evaluate(scope))
                .contains(new BigDecimal("1.234"));
        assertThat(compile("convert(x, unit, 'VND')", Optional.of(NumberNotation.VI))
                        .evaluate(scope))
                .contains(new BigDecimal("1234000000000"));
    }

    @Test
    void codesAreMappedAndNeverGuessed() {
        assertThat(of("code(x, 'status')", "1")).contains("received");
        assertThat(of("code(x, 'status')", " 2 ")).contains("closed");
        assertThat(of("code(x, 'status')", 2L)).contains("closed");
        assertThat(of("code(x, 'status')", " ")).isEmpty();
        Fault fault = fault("code(x, 'status')", "01");
        assertThat(fault.code()).isEqualTo("unknown-code");
        assertThat(fault.message().en()).contains("«01»", "codes.status", "1, 2");
    }

    @Test
    void tablesAreLookedUp() {
        assertThat(of("lookup(x, 'ward')", "P01")).contains("21439");
        assertThat(of("lookup(x, 'ward', 'name')", "P02")).contains("Trà Câu");
        assertThat(of("lookup(x, 'ward').code", "P02")).contains("21451");
        assertThat(of("lookup(x, 'ward')", "P99")).isEmpty();
    }

    @Test
    void areasAreResolvedAtADate() {
        assertThat(of("areaByCode(x, day('2026-01-01'))", "21439"))
                .contains(new AreaRef("21439", LocalDate.of(2025, 7, 1)));
        assertThat(of("areaByCode(x, '2024-01-01')", "21439"))
                .get()
                .isInstanceOfSatisfying(
                        AreaRef.class, ref -> assertThat(ref.validFrom()).isBefore(LocalDate.of(2025, 7, 1)));
        assertThat(of("areaByCode(x, date('2026-01-01'))", " ")).isEmpty();
        assertThat(fault("areaByCode(x, '2026-01-01')", "99999").code()).isEqualTo("unknown-area");
        assertThat(of("areaCode(x, 'commune')", "4.0")).contains("00004");
    }

    @Test
    void aNameThatIsNotClearGivesNothingAndANote() {
        Scope scope = Scopes.of(Map.of("x", "Phường Đức Phổ", "y", "Nơi không có", "z", "Xã Đức Phổ"));
        assertThat(compile("areaByName(x, '2026-01-01', '51')", Optional.empty())
                        .evaluate(scope))
                .contains(new AreaRef("21439", LocalDate.of(2025, 7, 1)));
        assertThat(scope.notes()).isEmpty();
        assertThat(compile("areaByName(y, '2026-01-01')", Optional.empty()).evaluate(scope))
                .isEmpty();
        assertThat(compile("areaByName(x, missing)", Optional.empty()).evaluate(scope))
                .isEmpty();
        assertThat(compile("areaByName(x, '2026-01-01', '00')", Optional.empty())
                        .evaluate(scope))
                .isEmpty();
        assertThat(scope.notes())
                .extracting(Fault::code)
                .containsExactly("area-name-unknown", "area-without-date", "area-not-valid");
    }

    @ParameterizedTest
    @CsvSource({
        "000.00.53.H48,000.00.53.H48",
        "h48.53,H48.53",
        "' H48-53 ',H48.53",
        "H37.DN.001,H37.DN.001",
        "G12 . 18,G12.18"
    })
    void organisationCodesHaveOneSpelling(String x, String expected) {
        assertThat(of("organ(x)", x)).contains(expected);
    }

    @Test
    void whatIsNoOrganisationCodeIsAFault() {
        assertThat(fault("organ(x)", "Sở Y tế").code()).isEqualTo("bad-organisation-code");
    }

    @Test
    void textIsChosenJoinedAndSplit() {
        Map<String, Object> row = new HashMap<>(Map.of("a", " ", "b", "Đường", "c", List.of("x", " ", "y"), "n", 5L));
        assertThat(evaluate("first(missing, a, b, n)", row)).contains("Đường");
        assertThat(evaluate("first(missing, a)", row)).isEmpty();
        assertThat(evaluate("join(', ', a, b, c, n, missing)", row)).contains("Đường, x, y, 5");
        assertThat(evaluate("join(', ', a, missing)", row)).isEmpty();
        assertThat(evaluate("split('a; b;;c ', ';')", row)).contains(List.of("a", "b", "c"));
        assertThat(evaluate("upper(b)", row)).contains("ĐƯỜNG");
        assertThat(evaluate("lower(b)", row)).contains("đường");
        assertThat(evaluate("trim(' a ')", row)).contains("a");
        assertThat(evaluate("text(n)", row)).contains("5");
        assertThat(evaluate("replace('12-34', '(\\\\d)-(\\\\d)', '$2-$1')", row))
                .contains("13-24");
        assertThat(evaluate("matches('PA-12', 'PA-\\\\d+')", row)).contains(true);
        assertThat(evaluate("except('N/A', 'N/A', '---')", row)).isEmpty();
        assertThat(evaluate("except(n, '-99', 5)", row)).isEmpty();
        assertThat(evaluate("except(b, 'N/A')", row)).contains("Đường");
    }

    @Test
    void identifiersAreHidden() {
        assertThat(of("pseudonym(x)", " 079300000001 "))
                .contains("hmac-" + Integer.toHexString("079300000001".hashCode()));
        assertThat(of("mask(x)", "gọi 0905123456").map(Object::toString).orElseThrow())
                .doesNotContain("0905123")
                .contains("456");
    }

    @Test
    void nothingGivesNothingEverywhere() {
        for (Function function : Functions.all()) {
            String call = switch (function.name()) {
                case "date", "day" -> function.name() + "(missing, 'dd/MM/yyyy')";
                case "convert" -> "convert(missing, 'kg', 'g')";
                case "code" -> "code(missing, 'status')";
                case "lookup" -> "lookup(missing, 'ward')";
                case "areaByCode", "areaByName" -> function.name() + "(missing, '2026-01-01')";
                case "areaCode" -> "areaCode(missing, 'commune')";
                case "join" -> "join(', ', missing)";
                case "split" -> "split(missing, ',')";
                case "replace" -> "replace(missing, 'a', 'b')";
                case "round" -> "round(missing, 1)";
                case "within" -> "within(missing, 0, 1)";
                case "later" -> "later(missing, '1h')";
                case "wgs84" -> "wgs84(missing, 578294, '107-45')";
                case "except" -> "except(missing, 'N/A')";
                case "matches" -> "matches(missing, 'x') ? 1 : null";
                default -> function.name() + "(missing)";
            };
            assertThat(evaluate(call, Map.of())).as(call).isEmpty();
        }
    }

    @Test
    void wrongKindsAreFaults() {
        assertThatThrownBy(() -> of("text(x)", List.of("a"))).isInstanceOf(FaultException.class);
        assertThatThrownBy(() -> of("number(x)", List.of("a"))).isInstanceOf(FaultException.class);
    }
}
