package org.iochub.api.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.iochub.model.Fault;
import org.iochub.model.FaultException;
import org.junit.jupiter.api.Test;

class SourceTextTest {
    private final List<Fault> notes = new ArrayList<>();

    @Test
    void mendsAWrongEncodingAndSaysSo() {
        assertThat(SourceText.mended("Quáº£ng NgÃ£i", "name", notes)).isEqualTo("Quảng Ngãi");
        assertThat(notes).hasSize(1).allSatisfy(note -> {
            assertThat(note.code()).isEqualTo("text-repaired");
            assertThat(note.where()).isEqualTo("name");
        });
    }

    @Test
    void composesAndTakesOutInvisibleCharactersWithoutAWord() {
        assertThat(SourceText.mended("\uFEFFQua\u0309ng Nga\u0303i", "name", notes))
                .isEqualTo("Quảng Ngãi");
        assertThat(notes).isEmpty();
    }

    @Test
    void refusesWhatCannotBeMended() {
        assertThatThrownBy(() -> SourceText.mended("Qu\uFFFDng", "name", notes))
                .isInstanceOfSatisfying(FaultException.class, e -> {
                    assertThat(e.fault().code()).isEqualTo("broken-text");
                    assertThat(e.fault().where()).isEqualTo("name");
                });
    }

    @Test
    void showsLongValuesCutOff() {
        assertThat(Shown.of("a".repeat(40))).isEqualTo("a".repeat(40));
        assertThat(Shown.of("a".repeat(41))).isEqualTo("a".repeat(40) + "…");
    }
}
