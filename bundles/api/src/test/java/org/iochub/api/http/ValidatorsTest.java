package org.iochub.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.iochub.api.http.Validators.State;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ValidatorsTest {
    @Test
    void comesBackAsItWasKept() {
        Validators kept = Validators.NONE
                .with("http://a/", new State(Optional.of("W/\"1\""), Optional.empty()))
                .with("http://b/", new State(Optional.empty(), Optional.of("Mon, 02 Mar 2026 01:02:00 GMT")));
        assertThat(Validators.parse(kept.text())).isEqualTo(kept);
        assertThat(kept.of("http://c/")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "{\"documents\":5}", "{\"watermark\":\"2026-03-02T01:00:00Z\"}"})
    void whatSomethingElseKeptIsNothing(String text) {
        assertThat(Validators.parse(text)).isEqualTo(Validators.NONE);
    }
}
