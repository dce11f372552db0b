package org.iochub.declarative.internal.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.iochub.declarative.internal.format.Reading.fault;
import static org.iochub.declarative.internal.format.Reading.format;
import static org.iochub.declarative.internal.format.Reading.position;
import static org.iochub.declarative.internal.format.Reading.raw;
import static org.iochub.declarative.internal.format.Reading.rows;
import static org.iochub.declarative.internal.format.Reading.value;
import static org.iochub.declarative.internal.format.Reading.values;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.iochub.model.FaultException;
import org.iochub.testkit.TestMessage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SdmxJsonFormatTest {
    private static final String STRUCTURE = """
            {"links":[{"urn":"urn:sdmx:org.sdmx.infomodel.datastructure.Dataflow=CTK:KTXH(1.0)","rel":"dataflow"}],
             "dimensions":{
              "dataSet":[{"id":"FREQ","keyPosition":1,"values":[{"id":"Q","name":"Quý"}]}],
              "series":[{"id":"INDICATOR","values":[{"id":"GRDP"},{"id":"IIP"}]},
                        {"id":"REF_AREA","values":[{"id":"VN-49"},{"id":"VN"}]}],
              "observation":[{"id":"TIME_PERIOD","values":[{"id":"2025-Q1"},{"value":"2025-Q2"}]}]},
             "attributes":{
              "dataSet":[{"id":"SOURCE","values":[{"name":"Cục Thống kê"}]}],
              "dimensionGroup":[{"id":"UNIT_MEASURE","values":[{"id":"VND"},{"id":"IX"}]}],
              "series":[{"id":"UNIT_MULT","default":"0","values":[{"id":"9"}]}],
              "observation":[{"id":"OBS_STATUS","values":[{"id":"A"},{"id":"P"}]},{"id":"NOTE"}]}}""";
    private static final String SETS = """
            [{"action":"Replace","attributes":[0],
              "series":{
               "0:0":{"attributes":[0],"observations":{"0":[24150.75,1,"sơ bộ",7],"1":[null,0]}},
               "1:0":{"observations":{"1":[108.40,0]},"attributes":[null]}},
              "dimensionGroupAttributes":{"0::":[0],"1::":[1]}}]""";

    private static String one(String sets) {
        return "{\"meta\":{\"id\":\"x\"},\"data\":{\"dataSets\":" + sets + ",\"structure\":" + STRUCTURE + "}}";
    }

    @Test
    void seriesGiveRecordsWithTheColumnsOfSdmxCsv() {
        List<Map<String, Object>> records = values(rows("sdmx-json", "{}", one(SETS)));

        assertThat(records).hasSize(3);
        assertThat(records.get(0))
                .containsExactlyInAnyOrderEntriesOf(Map.ofEntries(
                        Map.entry("STRUCTURE", "dataflow"),
                        Map.entry("STRUCTURE_ID", "CTK:KTXH(1.0)"),
                        Map.entry("ACTION", "R"),
                        Map.entry("FREQ", "Q"),
                        Map.entry("INDICATOR", "GRDP"),
                        Map.entry("REF_AREA", "VN-49"),
                        Map.entry("TIME_PERIOD", "2025-Q1"),
                        Map.entry("OBS_VALUE", new BigDecimal("24150.75")),
                        Map.entry("SOURCE", "Cục Thống kê"),
                        Map.entry("UNIT_MEASURE", "VND"),
                        Map.entry("UNIT_MULT", "9"),
                        Map.entry("OBS_STATUS", "P"),
                        Map.entry("NOTE", "sơ bộ")));
        assertThat(records.get(1)).doesNotContainKey("OBS_VALUE").containsEntry("TIME_PERIOD", "2025-Q2");
        // Attributes of the series stand behind its observations; null takes the default.
        assertThat(records.get(2))
                .containsEntry("OBS_VALUE", new BigDecimal("108.40"))
                .containsEntry("UNIT_MULT", "0")
                .containsEntry("UNIT_MEASURE", "IX");
    }

    @Test
    void structuresOfVersionTwoMayStandFirst() {
        String body = "\uFEFF{\"data\":{\"structures\":[" + STRUCTURE + "],\"dataSets\":"
                + SETS.replace("{\"action\"", "{\"structure\":0,\"action\"") + "}}";
        assertThat(values(rows("sdmx-json", "{}", body))).isEqualTo(values(rows("sdmx-json", "{}", one(SETS))));
    }

    @Test
    void flatObservationsHaveEveryDimensionInTheirKey() {
        String body = """
                {"structure":{"dimensions":{"observation":[
                   {"id":"A","values":["x","y"]},{"id":"TIME_PERIOD","values":[{"id":"2025"}]}]},
                  "measures":{"observation":[{"id":"TURNOVER"},{"id":"STAFF","values":[{"id":"few"},{"id":"many"}]}]},
                  "attributes":{"observation":[{"id":"OBS_STATUS","values":[{"id":"A"},{"id":"B"}]}]}},
                 "dataSets":[{"action":"Delete","observations":{"1:0":["12.5",1,[0,1]]}},{"observations":{"0:0":[]}}]}""";
        assertThat(values(rows("sdmx-json", "{}", body)))
                .containsExactly(
                        Map.of(
                                "ACTION", "D",
                                "A", "y",
                                "TIME_PERIOD", "2025",
                                "TURNOVER", "12.5",
                                "STAFF", "many",
                                "OBS_STATUS", List.of("A", "B")),
                        Map.of("ACTION", "I", "A", "x", "TIME_PERIOD", "2025"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "\"0:7\":{\"observations\":{\"0\":[1]}}|index-out-of-range",
                "\"0\":{\"observations\":{\"0\":[1]}}|bad-key",
                "\"0:\":{\"observations\":{\"0\":[1]}}|bad-key",
                "\"0:-1\":{\"observations\":{\"0\":[1]}}|bad-key",
                "\"0:0\":{\"observations\":{\"9\":[1]}}|index-out-of-range",
                "\"0:0\":{\"observations\":{\"0\":[1,5]}}|index-out-of-range",
                "\"0:0\":{\"attributes\":[3],\"observations\":{\"0\":[1]}}|index-out-of-range",
                "\"0:0\":{\"observations\":{\"0\":null}}|not-sdmx-json",
                "\"0:0\":{\"observations\":{\"0\":3}}|not-sdmx-json",
                "\"0:0\":[]|not-sdmx-json",
                "\"0:0\":null|not-sdmx-json",
                "\"0:0\":{\"observations\":{\"0\":[1],\"0\":[2]}}|duplicate-field"
            })
    void whatIsMalformedIsRefusedByItself(String series, String code) {
        List<Row> rows =
                rows("sdmx-json", "{}", one("[{\"series\":{" + series + ",\"1:0\":{\"observations\":{\"0\":[5]}}}}]"));

        assertThat(rows).hasSize(2);
        assertThat(fault(rows.get(0))).isEqualTo(code);
        assertThat(position(rows.get(0))).startsWith("dataSets[0].series.0");
        assertThat(raw(rows.get(0))).contains("\"key\":\"");
        assertThat(value(rows.get(1))).containsEntry("OBS_VALUE", 5L).containsEntry("INDICATOR", "IIP");
    }

    @Test
    void aSetOfAnotherStructureIsRefusedAndTheNextGoesOn() {
        List<Row> rows = rows(
                "sdmx-json",
                "{}",
                one(
                        "[{\"structure\":3,\"series\":{\"0:0\":{\"observations\":{\"0\":[1]}}}},null,{\"series\":{\"0:0\":{\"observations\":{\"0\":[1]}}}}]"));
        assertThat(rows).hasSize(3);
        assertThat(fault(rows.get(0))).isEqualTo("missing-structure");
        assertThat(fault(rows.get(1))).isEqualTo("not-sdmx-json");
        assertThat(value(rows.get(2))).containsEntry("INDICATOR", "GRDP");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{\"data\":{\"dataSets\":[{\"series\":{}}]}}|missing-structure",
                "{\"data\":{\"structure\":{}}}|missing-datasets",
                "[]|missing-datasets",
                "{\"structure\":{\"dimensions\":{\"series\":[{\"name\":\"x\"}]}},\"dataSets\":[]}|bad-structure",
                "{\"data\":|unreadable-json",
                "<html>|unreadable-json"
            })
    void aMessageOfAnotherKindIsRefusedAsAWhole(String body, String code) {
        assertThatThrownBy(() -> format("sdmx-json", "{}").read(TestMessage.of("x", body)))
                .isInstanceOfSatisfying(
                        FaultException.class, e -> assertThat(e.fault().code()).isEqualTo(code));
    }

    @Test
    void noDataIsNoRecord() {
        assertThat(rows("sdmx-json", "{}", one("[]"))).isEmpty();
    }

    @Test
    void whatBreaksOffGivesWhatCameBefore() {
        String body = "{\"structure\":" + STRUCTURE + ",\"dataSets\":" + SETS + "}";
        List<Row> rows = rows("sdmx-json", "{}", body.substring(0, body.indexOf("\"1:0\"") + 20));
        assertThat(rows).hasSize(3);
        assertThat(value(rows.get(1))).containsEntry("TIME_PERIOD", "2025-Q2");
        assertThat(fault(rows.get(2))).isEqualTo("truncated-message");
    }

    @Test
    void aSeriesOverTheLimitIsRefusedByItself() {
        String many = IntStream.range(0, 200)
                .mapToObj(i -> "\"" + i + "\":[" + i + "]")
                .collect(Collectors.joining(","));
        List<Row> rows = rows(
                "sdmx-json",
                "recordBytes: 256",
                one("[{\"series\":{\"0:0\":{\"observations\":{" + many
                        + "}},\"1:0\":{\"observations\":{\"0\":[5]}}}}]"));
        assertThat(rows).hasSize(2);
        assertThat(fault(rows.get(0))).isEqualTo("over-limit");
        assertThat(value(rows.get(1))).containsEntry("OBS_VALUE", 5L);
    }
}
