package org.iochub.declarative.internal.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.iochub.declarative.internal.format.Reading.fault;
import static org.iochub.declarative.internal.format.Reading.position;
import static org.iochub.declarative.internal.format.Reading.raw;
import static org.iochub.declarative.internal.format.Reading.rows;
import static org.iochub.declarative.internal.format.Reading.value;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NdJsonFormatTest {
    @Test
    void aBadLineIsBrokenAndTheNextGoesOn() {
        List<Row> rows = rows("ndjson", "{}", "\uFEFF{\"a\":1}\r\n\r\n{\"a\":\n{\"a\":2} {}\n{\"a\":3}");
        assertThat(rows).hasSize(4);
        assertThat(value(rows.get(0))).isEqualTo(Map.of("a", 1L));
        assertThat(fault(rows.get(1))).isEqualTo("unreadable-json");
        assertThat(position(rows.get(1))).isEqualTo("line 3");
        assertThat(raw(rows.get(1))).isEqualTo("{\"a\":");
        assertThat(fault(rows.get(2))).isEqualTo("unreadable-json");
        assertThat(value(rows.get(3))).isEqualTo(Map.of("a", 3L));
        assertThat(rows("ndjson", "{}", "")).isEmpty();
    }

    @Test
    void aHugeLineIsPassedOverWithoutBeingHeld() {
        List<Row> rows = rows(
                Reading.format("ndjson", "recordBytes: 1000"),
                new Generated("{\"a\":1}\n", 'x', 200_000_000L, "\n{\"a\":2}\n"));
        assertThat(rows).hasSize(3);
        assertThat(fault(rows.get(1))).isEqualTo("over-limit");
        assertThat(value(rows.get(2))).isEqualTo(Map.of("a", 2L));
    }
}
