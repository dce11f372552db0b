package org.iochub.declarative.internal.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.iochub.testkit.TestMessage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Records read again by themselves. */
class PartTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "json|records: /data|{\"data\":[{\"a\":12.50,\"b\":[1,null]},{\"a\":\"ấ\"},{\"a\":1,\"a\":2}]}",
                "ndjson|{}|{\"a\":1}"
            })
    void theRawFormAloneGivesTheSameRecord(String name, String options, String body) throws Exception {
        RecordFormat format = Reading.format(name, options);
        List<Row> rows = Reading.rows(format, TestMessage.of("message", body));
        assertThat(rows).isNotEmpty();
        for (Row row : rows) {
            Row again = format.readPart(TestMessage.of("message", Reading.raw(row)), Reading.position(row))
                    .orElseThrow();
            assertThat(Reading.position(again)).isEqualTo(Reading.position(row));
            if (row instanceof Row.Found found) {
                assertThat(Reading.value(again)).isEqualTo(found.value());
            } else {
                assertThat(Reading.fault(again)).isEqualTo(Reading.fault(row));
            }
        }
    }

    @Test
    void cellsOfAWorkbookStandForTheirRowAndTheWorkbookDoesNot() throws Exception {
        RecordFormat format = Reading.format("xlsx", "{}");
        String cells = "{\"Kế hoạch\":10.5,\"Tháng\":6}";
        Optional<Row> row = format.readPart(TestMessage.of("m", cells), "sheet 'A' row 4");
        assertThat(Reading.value(row.orElseThrow()))
                .containsEntry("Kế hoạch", new java.math.BigDecimal("10.5"))
                .containsEntry("Tháng", 6L);
        byte[] workbook = "PK\u0003\u0004".getBytes(StandardCharsets.UTF_8);
        assertThat(format.readPart(TestMessage.of("m", workbook), "sheet 'A' row 4"))
                .isEmpty();
    }

    @Test
    void whatNeedsItsMessageSaysSo() throws Exception {
        // The coordinate system of a feature stands at its collection.
        assertThat(Reading.format("geojson", "{}").readPart(TestMessage.of("m", "{}"), "features[0]"))
                .isEmpty();
        assertThat(Reading.format("csv", "{}").readPart(TestMessage.of("m", "1,2"), "line 2"))
                .isEmpty();
        RecordFormat zipped = Reading.format("json", "compression: zip");
        assertThat(zipped.readPart(TestMessage.of("m", "{}"), "a.json")).isEmpty();
        assertThat(zipped.readPart(TestMessage.of("m", "{\"a\":1}"), "a.json: [0]"))
                .isPresent();
        assertThat(Reading.fault(Reading.format("ndjson", "recordBytes: 1000")
                        .readPart(TestMessage.of("m", "{\"a\":\"" + "x".repeat(2_000) + "\"}"), "line 1")
                        .orElseThrow()))
                .isEqualTo("over-limit");
    }
}
