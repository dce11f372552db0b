package org.iochub.core.difference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.iochub.model.Text;
import org.iochub.model.area.AreaRef;
import org.iochub.model.record.RecordTypes;
import org.junit.jupiter.api.Test;

class RecordComparisonTest {
    private static final String STEP_1 = "{\"at\":\"2026-03-01T08:00:00+07:00\",\"status\":1,\"sourceStatus\":\"moi\"}";
    private static final String STEP_2 =
            "{\"at\":\"2026-03-02T08:00:00+07:00\",\"status\":2,\"sourceStatus\":\"dang\",\"org\":\"A\"}";

    private final RecordComparison dossiers = RecordComparison.of(RecordTypes.DOSSIER);

    @Test
    void equalContentDiffersInNothingHoweverItIsWritten() {
        assertThat(changes("{\"feeVnd\":10,\"level\":\"commune\"}", "{ \"level\":\"commune\", \"feeVnd\":10.0 }"))
                .isEmpty();
        assertThat(changes("{\"channel\":null}", "{}")).isEmpty();
    }

    @Test
    void aFieldIsToldWithTitleAndBothValues() {
        assertThat(changes("{\"feeVnd\":10}", "{\"feeVnd\":12}"))
                .containsExactly(new FieldChange(
                        "feeVnd", "/feeVnd", Text.of("Lệ phí", "Fee"), false, Optional.of("10"), Optional.of("12")));
        assertThat(changes("{}", "{\"fieldName\":\"Đất đai\"}").get(0).before()).isEmpty();
    }

    @Test
    void anElementPutInFrontDoesNotMakeTheOthersDiffer() {
        List<FieldChange> changes =
                changes("{\"steps\":[" + STEP_2 + "]}", "{\"steps\":[" + STEP_1 + "," + STEP_2 + "]}");
        assertThat(changes).hasSize(1);
        assertThat(changes.get(0).field()).isEqualTo("steps/*");
        assertThat(changes.get(0).place()).isEqualTo("/steps/0");
        assertThat(changes.get(0).before()).isEmpty();
    }

    @Test
    void elementsOfEqualKeysAreComparedFieldByField() {
        String other = STEP_2.replace("\"A\"", "\"B\"");
        List<FieldChange> changes =
                changes("{\"steps\":[" + STEP_1 + "," + STEP_2 + "]}", "{\"steps\":[" + other + "," + STEP_1 + "]}");
        assertThat(changes)
                .containsExactly(new FieldChange(
                        "steps/*/org",
                        "/steps/0/org",
                        Text.of("Các bước xử lý › Đơn vị xử lý", "Steps › Organisation"),
                        false,
                        Optional.of("A"),
                        Optional.of("B")));
    }

    @Test
    void anotherOrderIsADifferenceOfTheListItself() {
        assertThat(changes(
                        "{\"steps\":[" + STEP_1 + "," + STEP_2 + "]}", "{\"steps\":[" + STEP_2 + "," + STEP_1 + "]}"))
                .extracting(FieldChange::field)
                .containsExactly("steps");
    }

    @Test
    void personalValuesAreNeverTold() {
        List<FieldChange> changes =
                changes("{\"summary\":\"Nguyễn Văn Ví xin cấp phép\"}", "{\"summary\":\"Trần Thị Dụ xin cấp phép\"}");
        assertThat(changes)
                .containsExactly(new FieldChange(
                        "summary",
                        "/summary",
                        Text.of("Trích yếu hồ sơ", "Summary"),
                        true,
                        Optional.empty(),
                        Optional.empty()));
    }

    @Test
    void aFieldTheSchemaDoesNotKnowIsTreatedAsPersonal() {
        assertThat(changes("{\"x\":\"a\"}", "{\"x\":\"b\"}").get(0).after()).isEmpty();
        assertThat(changes("{\"x\":{\"y\":\"a\"}}", "{\"x\":{\"y\":\"b\"}}")
                        .get(0)
                        .personal())
                .isTrue();
    }

    @Test
    void keysOfAMapCountAsOneField() {
        RecordComparison indicators = RecordComparison.of(RecordTypes.INDICATOR);
        assertThat(indicators.compare(
                        content("{\"breakdown\":{\"a\":\"1\",\"b/c\":\"2\"}}"),
                        content("{\"breakdown\":{\"a\":\"1\",\"b/c\":\"3\"}}")))
                .extracting(FieldChange::field, FieldChange::place)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("breakdown/*", "/breakdown/b~1c"));
    }

    @Test
    void theUnitOfARecordIsCompared() {
        AreaRef unit = new AreaRef("00001", LocalDate.of(2025, 7, 1));
        assertThat(dossiers.compare(
                        content("{}"), new Content("{}".getBytes(StandardCharsets.UTF_8), Optional.of(unit))))
                .extracting(FieldChange::field, FieldChange::after)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("@area", Optional.of("00001 (2025-07-01)")));
    }

    @Test
    void longValuesAreCutAndLongListsBounded() {
        String text = "ă".repeat(1_000);
        assertThat(changes("{}", "{\"fieldName\":\"" + text + "\"}")
                        .get(0)
                        .after()
                        .orElseThrow())
                .hasSize(RecordComparison.LONGEST_VALUE + 1);
        StringBuilder links = new StringBuilder();
        for (int i = 0; i < 3_000; i++) {
            links.append(i == 0 ? "" : ",")
                    .append("{\"dossierCode\":\"")
                    .append(i)
                    .append("\",\"relation\":\"a\"}");
        }
        assertThat(changes("{\"links\":[]}", "{\"links\":[" + links + "]}")).hasSize(RecordComparison.MOST_CHANGES);
    }

    @Test
    void whatIsNoObjectIsRefused() {
        assertThatThrownBy(() -> changes("[]", "{}")).isInstanceOf(IllegalArgumentException.class);
    }

    private List<FieldChange> changes(String before, String after) {
        return dossiers.compare(content(before), content(after));
    }

    private static Content content(String json) {
        return new Content(json.getBytes(StandardCharsets.UTF_8), Optional.empty());
    }
}
