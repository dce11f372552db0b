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

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.iochub.model.FaultException;
import org.iochub.testkit.TestMessage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CsvFormatTest {
    @Test
    void headingsNameTheCellsWhateverTheDirt() {
        List<Row> rows = rows("csv", "{separator: ';', skip: 1, comment: '#'}", """
                \uFEFFBáo cáo "tuần\r
                Mã ; Te\u0302n\u00a0\u00a0trạm;Ghi chú\r
                # bỏ qua "\r
                A1;"Phổ An; ""cũ\"""" + "\"\"" + """
                ;"hai
                dòng"\r
                \r
                A2;Pho\u031b\u0300ng;\r
                """);
        assertThat(values(rows))
                .containsExactly(
                        Map.of("Mã", "A1", "Tên trạm", "Phổ An; \"cũ\"", "Ghi chú", "hai\ndòng"),
                        Map.of("Mã", "A2", "Tên trạm", "Pho\u031b\u0300ng"));
        assertThat(position(rows.get(0))).isEqualTo("line 4");
        assertThat(position(rows.get(1))).isEqualTo("line 7");
        assertThat(raw(rows.get(1))).isEqualTo("A2;Pho\u031b\u0300ng;");
    }

    @Test
    void aRowOfWrongLengthIsBrokenAndTheNextGoesOn() {
        List<Row> rows = rows("csv", "{}", "a,b\n1\n1,2,3\n\"1\"x,2\n1,2\n\"1,2\n3,4");
        assertThat(rows.stream().limit(3).map(Reading::fault))
                .containsExactly("wrong-cell-count", "wrong-cell-count", "bad-quotes");
        assertThat(value(rows.get(3))).isEqualTo(Map.of("a", "1", "b", "2"));
        assertThat(fault(rows.get(4))).isEqualTo("bad-quotes");
        assertThat(rows).hasSize(5);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            empty-message    | {}                     | ~~
            empty-heading    | {}                     | a,,c
            repeated-heading | {}                     | a,b,a
            missing-column   | {columns: [a, x]}      | a,b
            wrong-encoding   | {}                     | \u00e1
            """)
    void aTableWithoutProperHeadingsIsRefusedAsOne(String code, String options, String body) {
        assertThatThrownBy(() -> rows("csv", options, body.getBytes(StandardCharsets.ISO_8859_1)))
                .isInstanceOfSatisfying(
                        FaultException.class, e -> assertThat(e.fault().code()).isEqualTo(code));
    }

    @Test
    void columnsMayBeNamedByTheFile() {
        String options = "{header: false, columns: [a, b], separator: tab, quote: \"'\"}";
        assertThat(values(rows("csv", options, "1\t'x\ty'\r3\t4")))
                .containsExactly(Map.of("a", "1", "b", "x\ty"), Map.of("a", "3", "b", "4"));
        assertThat(rows("csv", options, "")).isEmpty();
    }

    @Test
    void legacyEncodingsAndUtf16AreRead() {
        assertThat(values(rows("csv", "encoding: tcvn3", "ten\nNinh B×nh".getBytes(StandardCharsets.ISO_8859_1))))
                .containsExactly(Map.of("ten", "Ninh Bình"));
        byte[] excel = "\uFEFFTên\tSố\r\nĐức Phổ\t1\r\n".getBytes(StandardCharsets.UTF_16LE);
        assertThat(values(rows("csv", "separator: tab", excel))).containsExactly(Map.of("Tên", "Đức Phổ", "Số", "1"));
    }

    @Test
    void mojibakeStaysAsTheSourceWroteIt() {
        assertThat(values(rows("csv", "{}", "a\nPhÃ²ng TÆ° phÃ¡p"))).containsExactly(Map.of("a", "PhÃ²ng TÆ° phÃ¡p"));
    }

    @Test
    void aHugeRecordIsPassedOverWithoutBeingHeld() {
        List<Row> rows = rows(Reading.format("csv", "{}"), new Generated("a,b\n1,2\n", 'x', 200_000_000L, "\n3,4\n"));
        assertThat(rows).hasSize(3);
        assertThat(fault(rows.get(1))).isEqualTo("over-limit");
        assertThat(value(rows.get(2))).isEqualTo(Map.of("a", "3", "b", "4"));
        List<Row> open = rows(Reading.format("csv", "{}"), new Generated("a,b\n1,\"", '\n', 200_000_000L, ""));
        assertThat(open).hasSize(1);
        assertThat(fault(open.get(0))).isEqualTo("over-limit");
    }

    @Test
    void garbageNeverCrashes() {
        Random random = new Random(5);
        RecordFormat format = Reading.format("csv", "{}");
        for (int round = 0; round < 2_000; round++) {
            StringBuilder body = new StringBuilder("a,b\n");
            for (int i = random.nextInt(40); i > 0; i--) {
                body.append("\",\n\r1ab ".charAt(random.nextInt(8)));
            }
            rows(format, TestMessage.of("garbage", body.toString()));
        }
    }

    @Test
    void optionsThatDoNotGoTogetherAreProblems() {
        assertThat(problems("csv", "{header: false}")).containsExactly("/format/csv/columns");
        assertThat(problems("csv", "{separator: ';;'}")).containsExactly("/format/csv/separator");
        assertThat(problems("csv", "{separator: ';', quote: ';'}")).containsExactly("/format/csv/separator");
    }
}
