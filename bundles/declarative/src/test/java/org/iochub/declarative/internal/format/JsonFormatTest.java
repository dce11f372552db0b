package org.iochub.declarative.internal.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.iochub.declarative.internal.format.Reading.fault;
import static org.iochub.declarative.internal.format.Reading.position;
import static org.iochub.declarative.internal.format.Reading.raw;
import static org.iochub.declarative.internal.format.Reading.rows;
import static org.iochub.declarative.internal.format.Reading.value;
import static org.iochub.declarative.internal.format.Reading.values;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.iochub.model.FaultException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonFormatTest {
    private static final String ITEMS = "records: /data/items";

    @Test
    void findsRecordsBehindAPointerWithTheirValues() {
        List<Row> rows = rows("json", ITEMS, """
                {"total": 2, "skipped": {"items": [9]}, "data": {"x": [1], "items": [
                  {"a": "chữ", "n": 12.50, "i": 7, "big": 12345678901234567890, "t": true, "none": null,
                   "list": [1, null, {"b": null}]} , {"a": "] \\" }"}
                ]}, "behind": [{"z": 1}]}""");
        assertThat(rows).hasSize(2);
        assertThat(value(rows.get(0)))
                .isEqualTo(Map.of(
                        "a",
                        "chữ",
                        "n",
                        new BigDecimal("12.50"),
                        "i",
                        7L,
                        "big",
                        new BigDecimal("12345678901234567890"),
                        "t",
                        true,
                        "list",
                        List.of(1L, "", Map.of())));
        assertThat(position(rows.get(1))).isEqualTo("data.items[1]");
        assertThat(raw(rows.get(1))).isEqualTo("{\"a\": \"] \\\" }\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "records: /", "records: ''"})
    void theDocumentItselfMayBeTheListOrTheRecord(String options) {
        assertThat(values(rows("json", options, "\uFEFF[{\"a\":1},{\"a\":2}]\r\n")))
                .containsExactly(Map.of("a", 1L), Map.of("a", 2L));
        assertThat(values(rows("json", options, " {\"a\":{\"b\":1}} "))).containsExactly(Map.of("a", Map.of("b", 1L)));
        assertThat(values(rows("json", options, "[[1,2],\"x\"]")))
                .containsExactly(Map.of("value", List.of(1L, 2L)), Map.of("value", "x"));
        assertThat(rows("json", options, "[]")).isEmpty();
    }

    @Test
    void aPointerMayNameAnElementOfAList() {
        assertThat(values(rows("json", "records: /sets/1/rows", "{\"sets\":[{\"rows\":[1]},{\"rows\":[{\"a\":1}]}]}")))
                .containsExactly(Map.of("a", 1L));
        assertThat(values(rows("json", "records: /sets/0", "{\"sets\":[{\"a\":1}]}")))
                .containsExactly(Map.of("a", 1L));
    }

    @Test
    void textStaysAsTheSourceWroteIt() {
        String decomposed = "Pho\u031b\u0300ng TÆ° phÃ¡p";
        assertThat(values(rows("json", "{}", "[{\"a\":\"" + decomposed + "\"}]")))
                .containsExactly(Map.of("a", decomposed));
    }

    @Test
    void oneBrokenRecordSpoilsNoOther() {
        List<Row> rows = rows("json", "depth: 5", """
                [{"a":1}, {"a":}, {"a":[[[[[[1]]]]]]}, {"a":1,"a":2}, null, xyz, {"a":1e999999999}, {"a":2}]""");
        assertThat(rows.subList(1, 7).stream().map(Reading::fault))
                .containsExactly(
                        "unreadable-json",
                        "over-limit",
                        "duplicate-field",
                        "not-a-record",
                        "unreadable-json",
                        "over-limit");
        assertThat(value(rows.get(7))).isEqualTo(Map.of("a", 2L));
        assertThat(raw(rows.get(1))).isEqualTo("{\"a\":}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"data\":{\"items\":[{\"a\":1},{\"a\":",
                "{\"data\":{\"items\":[{\"a\":1}",
                "{\"data\":{\"items\":[{\"a\":1}]",
                "{\"data\":{\"items\":[{\"a\":1}]}} x",
                "{\"data\":{\"items\":[{\"a\":1}}"
            })
    void whatBreaksOffGivesWhatCameBeforeAndARefusal(String body) {
        List<Row> rows = rows("json", ITEMS, body);
        assertThat(rows).hasSize(2);
        assertThat(value(rows.get(0))).isEqualTo(Map.of("a", 1L));
        assertThat(fault(rows.get(1))).isEqualTo("truncated-message");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "  ", "{}", "{\"data\":{\"items\":null}}", "{\"data\":3}", "<html>", "[1", "\u0000\u0001"})
    void aMessageWithoutTheListIsRefusedAsOne(String body) {
        assertThatThrownBy(() -> rows("json", ITEMS, body)).isInstanceOf(FaultException.class);
    }

    @Test
    void anotherEncodingIsRefused() {
        assertThatThrownBy(() -> rows("json", "{}", "[{\"a\":1}]".getBytes(StandardCharsets.UTF_16)))
                .isInstanceOf(FaultException.class)
                .hasMessageContaining("UTF-8");
    }

    @Test
    void aHugeElementIsPassedOverWithoutBeingHeld() {
        RecordFormat format = Reading.format("json", "{}");
        List<Row> rows = rows(format, new Generated("[{\"a\":1},{\"a\":\"", 'x', 200_000_000L, "\"},{\"a\":2}]"));
        assertThat(rows).hasSize(3);
        assertThat(fault(rows.get(1))).isEqualTo("over-limit");
        assertThat(value(rows.get(2))).isEqualTo(Map.of("a", 2L));
    }

    @Test
    void recordsAcrossTheBuffersEdgeComeWhole() {
        Random random = new Random(7);
        StringBuilder body = new StringBuilder("[");
        int count = 2_000;
        for (int i = 0; i < count; i++) {
            body.append(i == 0 ? "" : ",").append("{\"i\":").append(i).append(",\"t\":\"");
            body.append("á\\\"{".repeat(random.nextInt(60))).append("\"}");
        }
        List<Map<String, Object>> values =
                values(rows("json", "{}", body.append("]").toString()));
        assertThat(values).hasSize(count);
        for (int i = 0; i < count; i++) {
            assertThat(values.get(i)).containsEntry("i", (long) i);
        }
    }

    @Test
    void garbageNeverCrashes() {
        Random random = new Random(11);
        RecordFormat format = Reading.format("json", "{}");
        for (int round = 0; round < 2_000; round++) {
            StringBuilder body = new StringBuilder("[");
            for (int i = random.nextInt(60); i > 0; i--) {
                body.append("{}[]\",:\\ 1anul".charAt(random.nextInt(14)));
            }
            rows(format, org.iochub.testkit.TestMessage.of("garbage", body.toString()));
        }
    }

    @Test
    void aWrongPointerIsAProblem() {
        assertThat(Reading.problems("json", "records: data/items")).containsExactly("/format/json/records");
    }
}
