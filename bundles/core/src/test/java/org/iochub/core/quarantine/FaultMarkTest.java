package org.iochub.core.quarantine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.iochub.model.Fault;
import org.junit.jupiter.api.Test;

class FaultMarkTest {
    private static FaultMark mark(String raw, String where, String vi, String en) {
        return FaultMark.of(raw.getBytes(StandardCharsets.UTF_8), Fault.of("x", where, vi, en))
                .orElseThrow();
    }

    @Test
    void aMemberOfJsonByItsPath() {
        FaultMark mark =
                mark("{\"tên\":\"Bến\",\n \"place\":{\"longitude\": 999.5}}", "items[3].place.longitude", "", "");
        assertThat(mark.fault()).isEqualTo("999.5");
        assertThat(mark.line()).isEqualTo(2);
        assertThat(mark.before()).endsWith("\"longitude\": ");
        assertThat(mark.after()).isEqualTo("}}");
    }

    @Test
    void anElementAndAnAttributeOfXml() {
        assertThat(mark("<a:r><a:ngay>32/13</a:ngay></a:r>", "r/ngay", "", "").fault())
                .isEqualTo("32/13");
        assertThat(mark("<r ngay='32/13'/>", "r/@ngay", "", "").fault()).isEqualTo("32/13");
    }

    @Test
    void aByteALineAndAValue() {
        FaultMark at = mark("{\"ấ\":]}", "", "", "not valid JSON around byte 7; mend it");
        assertThat(at.fault()).isEqualTo("]");
        assertThat(at.column()).isEqualTo(6);
        assertThat(mark("a\nb;c", "", "", "line 2 column 3").fault()).isEqualTo("c");
        assertThat(mark("1;32/13/2026;x", "ngay", "«32/13/2026» không phải ngày.", "")
                        .fault())
                .isEqualTo("32/13/2026");
    }

    @Test
    void whatNamesNoPlaceOrIsNoTextHasNone() {
        Fault none = Fault.of("x", "missing", "Thiếu trường.", "The field is missing.");
        assertThat(FaultMark.of("{\"a\":1}".getBytes(StandardCharsets.UTF_8), none))
                .isEmpty();
        assertThat(FaultMark.of(new byte[] {'P', 'K', 0, 1}, none)).isEmpty();
        assertThat(FaultMark.of(new byte[0], none)).isEmpty();
        Fault far = Fault.of("x", "", "", "around byte 99999");
        assertThat(FaultMark.of("{}".getBytes(StandardCharsets.UTF_8), far)).isEmpty();
    }
}
