package org.iochub.simulators.push;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EGovernmentSimulatorTest {
    private static EGovernmentSimulator silent(long seed) {
        return new EGovernmentSimulator(seed, Optional.empty(), Optional.empty());
    }

    @Test
    void sameSeedSameMessages() {
        assertThat(silent(7).messages())
                .isEqualTo(silent(7).messages())
                .isNotEqualTo(silent(8).messages());
    }

    @Test
    void hasBothSidesOfTheReformAndEveryCourse() {
        assertThat(String.join("", silent(1).messages()))
                .contains("000.22.45.H47-250", "H47.62-25", "NgayTiepNhanBoSung", "\"TrangThaiHoSo\":\"10\"");
    }

    @Test
    void namesTheSourceThatBringsAndTheOneThatComputes() {
        Map<String, Map<String, String>> instances = silent(1).instances();

        assertThat(instances).containsOnlyKeys("dossiers-quang-nam", "e-government-quang-nam");
        assertThat(instances.values())
                .extracting(settings -> settings.get("tenant"))
                .containsOnly("quang-nam");
    }
}
