package org.iochub.declarative.internal.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.iochub.declarative.internal.format.Reading.fault;
import static org.iochub.declarative.internal.format.Reading.position;
import static org.iochub.declarative.internal.format.Reading.problems;
import static org.iochub.declarative.internal.format.Reading.raw;
import static org.iochub.declarative.internal.format.Reading.rows;
import static org.iochub.declarative.internal.format.Reading.value;
import static org.iochub.declarative.internal.format.Reading.values;
import static org.iochub.declarative.internal.format.Workbook.row;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class XlsxFormatTest {
    private static final Workbook PLAN = new Workbook()
            .sheet(
                    "Tháng 6",
                    row(1, "BÁO CÁO")
                            + row(2, "Chỉ tiêu", "ĐVT", "Kế hoạch", null, "Thực hiện")
                            + row(3, null, null, "Tháng 6", "Cả năm", "Tháng 6")
                            + row(4, "Thu", "tỷ", 10.5, 100, 9)
                            + row(5, null, "triệu", 1, 2, 3)
                            + row(6, "Tổng cộng", null, 11, 102, 12)
                            + row(7, "Chi", "tỷ", 5, null, 6)
                            + row(9, "Ghi chú", "x"),
                    "<mergeCells><mergeCell ref=\"A1:E1\"/><mergeCell ref=\"A2:A3\"/><mergeCell ref=\"B2:B3\"/>"
                            + "<mergeCell ref=\"C2:D2\"/><mergeCell ref=\"A4:A5\"/></mergeCells>");

    @Test
    void mergedHeadingsAreSpreadAndJoined() {
        List<Row> rows =
                rows("xlsx", "{header: [2, 3], fillDown: [Chỉ tiêu], skip: ^Tổng, until: '^Ghi chú'}", PLAN.bytes());
        assertThat(values(rows))
                .containsExactly(
                        Map.of(
                                "@sheet",
                                "Tháng 6",
                                "@row",
                                4L,
                                "Chỉ tiêu",
                                "Thu",
                                "ĐVT",
                                "tỷ",
                                "Kế hoạch / Tháng 6",
                                new BigDecimal("10.5"),
                                "Kế hoạch / Cả năm",
                                100L,
                                "Thực hiện / Tháng 6",
                                9L),
                        Map.of(
                                "@sheet",
                                "Tháng 6",
                                "@row",
                                5L,
                                "Chỉ tiêu",
                                "Thu",
                                "ĐVT",
                                "triệu",
                                "Kế hoạch / Tháng 6",
                                1L,
                                "Kế hoạch / Cả năm",
                                2L,
                                "Thực hiện / Tháng 6",
                                3L),
                        Map.of(
                                "@sheet",
                                "Tháng 6",
                                "@row",
                                7L,
                                "Chỉ tiêu",
                                "Chi",
                                "ĐVT",
                                "tỷ",
                                "Kế hoạch / Tháng 6",
                                5L,
                                "Thực hiện / Tháng 6",
                                6L));
        assertThat(position(rows.get(1))).isEqualTo("sheet 'Tháng 6' row 5");
        assertThat(raw(rows.get(1))).contains("\"ĐVT\":\"triệu\"");
    }

    @Test
    void aWideTableBecomesARowPerCell() {
        List<Row> rows = rows(
                "xlsx",
                "{header: [2, 3], until: empty, columns: {ten: A, dvt: ĐVT}, unpivot: {columns: '/', name: ky, value: so}}",
                PLAN.bytes());
        // The empty first cell of row 5 ends the table.
        assertThat(values(rows))
                .containsExactly(
                        Map.of(
                                "@sheet",
                                "Tháng 6",
                                "@row",
                                4L,
                                "ten",
                                "Thu",
                                "dvt",
                                "tỷ",
                                "ky",
                                "Kế hoạch / Tháng 6",
                                "so",
                                new BigDecimal("10.5")),
                        Map.of(
                                "@sheet",
                                "Tháng 6",
                                "@row",
                                4L,
                                "ten",
                                "Thu",
                                "dvt",
                                "tỷ",
                                "ky",
                                "Kế hoạch / Cả năm",
                                "so",
                                100L),
                        Map.of(
                                "@sheet",
                                "Tháng 6",
                                "@row",
                                4L,
                                "ten",
                                "Thu",
                                "dvt",
                                "tỷ",
                                "ky",
                                "Thực hiện / Tháng 6",
                                "so",
                                9L));
        assertThat(position(rows.get(1))).isEqualTo("sheet 'Tháng 6' row 4 column D");
    }

    @Test
    void cellsComeAsWhatTheyAre() {
        String cells = "<row r=\"1\">"
                + "<c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" s=\"1\"><v>46023</v></c>"
                + "<c r=\"C1\" s=\"2\"><v>46023.520833333336</v></c><c r=\"D1\" s=\"3\"><v>46023</v></c>"
                + "<c r=\"E1\" s=\"4\"><v>0.3541666666666667</v></c><c r=\"F1\" s=\"5\"><v>1500</v></c>"
                + "<c r=\"G1\"><v>4.0</v></c><c r=\"H1\"><v>0.30000000000000004</v></c><c r=\"I1\"><v>1E3</v></c>"
                + "<c r=\"J1\" t=\"b\"><v>1</v></c><c r=\"K1\" t=\"e\"><v>#N/A</v></c>"
                + "<c r=\"L1\"><f>1+1</f><v>2</v></c><c r=\"M1\" t=\"str\"><f>A1</f><v>chữ</v></c>"
                + "<c r=\"N1\" t=\"e\"><f>1/0</f><v>#DIV/0!</v></c><c r=\"O1\"/><c r=\"P1\" s=\"1\"><f>TODAY()</f><v>46023</v></c>"
                + "<c r=\"Q1\"><v>079123456789</v></c><c r=\"R1\" s=\"1\"><v>-5</v></c>"
                + "<c r=\"S1\" t=\"b\"><f>TRUE()</f><v>1</v></c></row>";
        byte[] body = new Workbook()
                .shared("Pho\u031b\u0300ng PhÃ²ng")
                .sheet("S", cells, "")
                .bytes();
        Map<String, Object> value = value(rows("xlsx", "header: false", body).get(0));
        assertThat(value)
                .isEqualTo(Map.ofEntries(
                        Map.entry("@sheet", "S"),
                        Map.entry("@row", 1L),
                        Map.entry("A", "Pho\u031b\u0300ng PhÃ²ng"),
                        Map.entry("B", "2026-01-01"),
                        Map.entry("C", "2026-01-01T12:30:00"),
                        Map.entry("D", "2026-01-01"),
                        Map.entry("E", "08:30:00"),
                        Map.entry("F", 1500L),
                        Map.entry("G", 4L),
                        Map.entry("H", new BigDecimal("0.3")),
                        Map.entry("I", 1000L),
                        Map.entry("J", true),
                        Map.entry("L", 2L),
                        Map.entry("M", "chữ"),
                        Map.entry("P", "2026-01-01"),
                        Map.entry("Q", 79123456789L),
                        Map.entry("R", -5L),
                        Map.entry("S", true)));
    }

    @Test
    void anotherProgramsWorkbookIsRead() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (org.dhatim.fastexcel.Workbook workbook = new org.dhatim.fastexcel.Workbook(out, "test", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("Trường");
            List<String> headings = List.of("Mã", "Ngày", "Lúc", "Số");
            for (int i = 0; i < headings.size(); i++) {
                sheet.value(0, i, headings.get(i));
            }
            for (int i = 1; i <= 3_000; i++) {
                sheet.value(i, 0, "T" + i % 7);
                sheet.value(i, 1, LocalDate.of(2026, 1, 1));
                sheet.style(i, 1).format("yyyy-MM-dd").set();
                sheet.value(i, 2, LocalDateTime.of(2026, 1, 1, 7, 30));
                sheet.style(i, 2).format("dd/MM/yyyy HH:mm").set();
                sheet.value(i, 3, i / 4.0);
            }
        }
        List<Row> rows = rows("xlsx", "{}", out.toByteArray());
        assertThat(rows).hasSize(3_000);
        assertThat(value(rows.get(1)))
                .isEqualTo(Map.of(
                        "@sheet",
                        "Trường",
                        "@row",
                        3L,
                        "Mã",
                        "T2",
                        "Ngày",
                        "2026-01-01",
                        "Lúc",
                        "2026-01-01T07:30:00",
                        "Số",
                        new BigDecimal("0.5")));
    }

    private static final byte[] SHEETS = new Workbook()
            .sheet("Tháng 1", row(1, "a", "b") + row(2, "x", 1), "")
            .sheet("Bìa", row(1, "chào"), "")
            .hidden("Tháng ẩn", row(1, "a", "b") + row(2, "h", 9))
            .sheet("Tháng 2", row(1, "a", "c") + row(2, "y", 2), "")
            .sheet("Tháng 3", row(1, "a", "b") + row(2, "z", 3), "")
            .bytes();

    @Test
    void sheetsAreChosenAndOneThatIsWrongSpoilsNoOther() {
        List<Row> rows = rows("xlsx", "{sheets: ^Tháng, columns: {a: a, b: b}}", SHEETS);
        assertThat(rows).hasSize(3);
        assertThat(value(rows.get(0))).containsEntry("b", 1L);
        assertThat(fault(rows.get(1))).isEqualTo("missing-column");
        assertThat(position(rows.get(1))).isEqualTo("sheet 'Tháng 2'");
        assertThat(value(rows.get(2))).containsEntry("@sheet", "Tháng 3").containsEntry("b", 3L);
        assertThat(values(rows("xlsx", "sheet: Tháng 2", SHEETS))).hasSize(1);
        assertThat(values(rows("xlsx", "sheet: 3", SHEETS)).get(0)).containsEntry("a", "h");
        assertThat(values(rows("xlsx", "sheet: all", SHEETS))).hasSize(3);
        assertThat(values(rows("xlsx", "{sheet: 1, header: false, dataFrom: 2}", SHEETS))
                        .get(0))
                .containsEntry("A", "x")
                .containsEntry("B", 1L);
        assertThatThrownBy(() -> rows("xlsx", "sheet: Tháng 9", SHEETS))
                .hasMessageContaining("missing-sheet")
                .hasMessageContaining("Bìa");
    }

    @Test
    void repeatedHeadingsNeedAChoice() {
        byte[] body = new Workbook()
                .sheet("S", row(1, "a", "b", "b", null) + row(2, "1", "2", "3", "4"), "")
                .bytes();
        assertThat(fault(rows("xlsx", "{}", body).get(0))).isEqualTo("repeated-heading");
        assertThat(fault(rows("xlsx", "columns: {x: b}", body).get(0))).isEqualTo("repeated-heading");
        assertThat(value(rows("xlsx", "columns: {x: C, y: a, z: D}", body).get(0)))
                .containsEntry("x", "3")
                .containsEntry("y", "1")
                .containsEntry("z", "4");
        assertThat(fault(rows("xlsx", "header: 7", body).get(0))).isEqualTo("missing-header");
    }

    @Test
    void aTableMayBeEmpty() {
        assertThat(rows("xlsx", "{}", new Workbook().sheet("S", row(1, "a"), "").bytes()))
                .isEmpty();
        assertThat(fault(rows("xlsx", "{}", new Workbook().sheet("S", "", "").bytes())
                        .get(0)))
                .isEqualTo("missing-header");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            xl/sharedStrings.xml     | <!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><sst><si><t>&b;</t></si></sst>
            xl/workbook.xml          | <!DOCTYPE a SYSTEM "http://127.0.0.1:1/x.dtd"><workbook/>
            xl/styles.xml            | <styleSheet><broken
            xl/workbook.xml          | rác
            xl/_rels/workbook.xml.rels | rác
            """)
    void aDirtyPartRefusesTheWorkbook(String part, String text) {
        byte[] body =
                new Workbook().sheet("S", row(1, "a"), "").part(part, text).bytes();
        assertThatThrownBy(() -> rows("xlsx", "{}", body)).hasMessageContaining("xml-");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><worksheet><sheetData/></worksheet>",
                "<worksheet><sheetData><row r=\"1\"><c r=\"A1\" t=\"s\"><v>77</v></c></row></sheetData></worksheet>",
                "<worksheet><sheetData><row r=\"1\"><c r=\"A1\" t=\"zzz\"><v>77</v></c></row></sheetData></worksheet>",
                "<worksheet><sheetData><row r=\"1\"><c r=\"A1\"",
                "rác"
            })
    void aDirtySheetIsRefusedAndTheNextIsRead(String text) {
        byte[] body = new Workbook()
                .sheet("S", "", "")
                .sheet("T", row(1, "a") + row(2, "1"), "")
                .part("xl/worksheets/sheet1.xml", text)
                .bytes();
        List<Row> rows = rows("xlsx", "sheet: all", body);
        assertThat(rows).hasSize(2);
        assertThat(rows.get(0)).isInstanceOf(Row.Broken.class);
        assertThat(value(rows.get(1))).containsEntry("a", "1");
    }

    @Test
    void whatIsNoWorkbookIsRefused() {
        byte[] whole = PLAN.bytes();
        assertThatThrownBy(() -> rows("xlsx", "{}", Arrays.copyOf(whole, whole.length - 30)))
                .hasMessageContaining("broken-archive");
        assertThatThrownBy(() -> rows("xlsx", "{}", new byte[0])).hasMessageContaining("empty-message");
        assertThatThrownBy(() -> rows("xlsx", "{}", "a,b\n1,2")).hasMessageContaining("broken-archive");
        assertThatThrownBy(() -> rows("xlsx", "{}", new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0}))
                .hasMessageContaining("not-a-workbook");
        assertThatThrownBy(() -> rows("xlsx", "{}", CompressionTest.zip(Map.of("a.txt", whole))))
                .hasMessageContaining("not-a-workbook");
    }

    @Test
    void bombsAndHugeTextsStopEarly() {
        byte[] text = new Workbook()
                .sheet("S", row(1, "a") + row(2, "x".repeat(2_000_000)), "")
                .bytes();
        assertThat(fault(rows("xlsx", "{}", text).get(0))).isEqualTo("xml-too-long-text");
        byte[] bomb = new Workbook()
                .sheet("S", row(1, "a"), "")
                .part("xl/sharedStrings.xml", "<sst>" + "<si><t>aaaaaaaaaa</t></si>".repeat(3_000_000) + "</sst>")
                .bytes();
        assertThatThrownBy(() -> rows("xlsx", "{}", bomb)).hasMessageContaining("archive-bomb");
    }

    @Test
    void aWorkbookMayBeCompressedOnceMore() throws IOException {
        byte[] zipped = CompressionTest.zip(Map.of("bao-cao.xlsx", PLAN.bytes()));
        String options = "header: [2, 3], compression: ";
        List<Row> rows = rows("xlsx", "{" + options + "auto}", zipped);
        assertThat(position(rows.get(0))).isEqualTo("bao-cao.xlsx: sheet 'Tháng 6' row 4");
        assertThat(rows("xlsx", "{" + options + "auto}", PLAN.bytes())).hasSameSizeAs(rows);
    }

    @Test
    void optionsThatDoNotGoTogetherAreProblems() {
        assertThat(problems("xlsx", "{sheet: a, sheets: b}")).containsExactly("/format/xlsx/sheets");
        assertThat(problems("xlsx", "{header: [3, 2]}")).containsExactly("/format/xlsx/header");
        assertThat(problems("xlsx", "{header: 3, dataFrom: 2}")).containsExactly("/format/xlsx/dataFrom");
        assertThat(problems("xlsx", "{unpivot: {columns: '('}}")).containsExactly("/format/xlsx/unpivot/columns");
    }
}
