package org.iochub.declarative.internal.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.iochub.declarative.internal.format.Reading.fault;
import static org.iochub.declarative.internal.format.Reading.position;
import static org.iochub.declarative.internal.format.Reading.problems;
import static org.iochub.declarative.internal.format.Reading.rows;
import static org.iochub.declarative.internal.format.Reading.value;
import static org.iochub.declarative.internal.format.Reading.values;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

class TextFormatTest {
    private static final String STATION = "{separator: tab, names: [name, value, unit, time, status], group: 5}";

    @Test
    void aStationsFileComesInBothLayouts() {
        String lines = "PM10\t45.2\tµg/m3\t20260101120000\t00\r\nPM2,5\t---\tµg/m3\t20260101120000\t02\r\n";
        String one = "PM10\t45.2\tµg/m3\t20260101120000\t00\tPM2,5\t---\tµg/m3\t20260101120000\t02";
        List<Map<String, Object>> expected = values(rows("text", STATION, lines));
        assertThat(expected).hasSize(2);
        assertThat(expected.get(1))
                .isEqualTo(Map.of(
                        "name", "PM2,5", "value", "---", "unit", "µg/m3", "time", "20260101120000", "status", "02"));
        List<Row> rows = rows("text", STATION, one);
        assertThat(values(rows)).isEqualTo(expected);
        assertThat(position(rows.get(1))).isEqualTo("line 1, group 2");
        assertThat(values(rows("text", STATION, one + "\t\r\n"))).isEqualTo(expected);
    }

    @Test
    void aTruncatedGroupIsBrokenAndTheNextLineGoesOn() {
        List<Row> rows = rows("text", STATION, "PM10\t45.2\tµg\n\nNO2\t1\tppb\t20260101120000\t00\n");
        assertThat(fault(rows.get(0))).isEqualTo("wrong-field-count");
        assertThat(value(rows.get(1))).containsEntry("name", "NO2");
    }

    @Test
    void aPatternNamesFields() {
        List<Row> rows = rows(
                "text",
                "{pattern: '(?<ma>[A-Z]+)\\s+(?<giaTri>[0-9.]+)( (?<ghiChu>.*))?', skip: 1, ignore: '^#'}",
                "bất kỳ\n# ghi chú\nABC 1.5\n???\nD 2 thêm");
        assertThat(value(rows.get(0))).isEqualTo(Map.of("ma", "ABC", "giaTri", "1.5"));
        assertThat(fault(rows.get(1))).isEqualTo("line-mismatch");
        assertThat(position(rows.get(1))).isEqualTo("line 4");
        assertThat(value(rows.get(2))).containsEntry("ghiChu", "thêm");
    }

    @Test
    void aRunawayPatternIsAFaultAndSoon() {
        String line = "a".repeat(5_000);
        Assertions.assertTimeout(Duration.ofSeconds(20), () -> {
            List<Row> rows = rows("text", "{pattern: '(?<x>(a+)+)b'}", line + "!\n" + "aab\n");
            assertThat(fault(rows.get(0))).isEqualTo("pattern-too-costly");
            assertThat(value(rows.get(1))).isEqualTo(Map.of("x", "aa"));
            assertThat(fault(rows("text", "{pattern: '(?<x>(a|b)*)c'}", line + "!")
                            .get(0)))
                    .isIn("pattern-too-costly", "line-mismatch");
        });
    }

    @Test
    void fixedColumnsAreCutAndStripped() {
        List<Row> rows = rows(
                "text",
                "{columns: [{name: ma, from: 1, to: 4}, {name: ten, from: 5, to: 12}, {name: so, from: 13}]}",
                "A01 Phổ An  12\nB2\n    \n            7");
        assertThat(values(rows))
                .containsExactly(
                        Map.of("ma", "A01", "ten", "Phổ An", "so", "12"), Map.of("ma", "B2"), Map.of("so", "7"));
    }

    @Test
    void encodingsAreReadAsDeclaredAndWrongBytesAreBroken() {
        String options = "separator: '|', names: [a, b], encoding: ";
        assertThat(values(rows("text", "{" + options + "tcvn3}", "Ninh B×nh|x".getBytes(StandardCharsets.ISO_8859_1))))
                .containsExactly(Map.of("a", "Ninh Bình", "b", "x"));
        assertThat(values(rows(
                        "text",
                        "{" + options + "windows-1258}",
                        "Pha\u0301p|x".getBytes(Charset.forName("windows-1258")))))
                .containsExactly(Map.of("a", "Pha\u0301p", "b", "x"));
        List<Row> rows = rows("text", "{" + options + "utf-8}", "B×nh|x\nAn|y".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(fault(rows.get(0))).isEqualTo("wrong-encoding");
        assertThat(value(rows.get(1))).containsEntry("a", "An");
        byte[] utf16 = ("\uFEFF" + "Đức Phổ|x\r\nTam Kỳ|y").getBytes(StandardCharsets.UTF_16LE);
        assertThat(values(rows("text", "{" + options + "utf-8}", utf16)))
                .containsExactly(Map.of("a", "Đức Phổ", "b", "x"), Map.of("a", "Tam Kỳ", "b", "y"));
    }

    @Test
    void emptyAndHugeMessagesDoNoHarm() {
        assertThat(rows("text", STATION, "")).isEmpty();
        List<Row> rows = rows(
                Reading.format("text", STATION), new Generated("A\t1\t\t\t00\n", 'x', 200_000_000L, "\nB\t1\t\t\t00"));
        assertThat(rows).hasSize(3);
        assertThat(fault(rows.get(1))).isEqualTo("over-limit");
        assertThat(value(rows.get(2))).isEqualTo(Map.of("name", "B", "value", "1", "status", "00"));
    }

    @Test
    void optionsThatDoNotGoTogetherAreProblems() {
        assertThat(problems("text", "{pattern: '(?<a>x)', separator: tab, names: [a]}"))
                .containsExactly("/format/text");
        assertThat(problems("text", "{pattern: '(x'}")).containsExactly("/format/text/pattern");
        assertThat(problems("text", "{pattern: 'x'}")).containsExactly("/format/text/pattern");
        assertThat(problems("text", "{separator: tab, names: [a, a], group: 3}"))
                .containsExactly("/format/text/names/1", "/format/text/group");
        assertThat(problems("text", "{columns: [{name: a, from: 5, to: 2}]}"))
                .containsExactly("/format/text/columns/0");
        assertThat(problems("text", "{separator: tab, names: [a], encoding: koi8}"))
                .containsExactly("/format/text/encoding");
    }
}
