package org.iochub.simulators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.List;
import org.iochub.simulators.push.DossierPushSimulator.Hub;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OptionsTest {
    @Test
    void readsEveryOption() {
        Options options = Options.parse(
                "--seed", "5", "--hub-url", "http://127.0.0.1:8181", "--push-key", "k", "--out", "x.json", "--once");
        assertThat(options.seed()).isEqualTo(5);
        assertThat(options.hub()).contains(new Hub(URI.create("http://127.0.0.1:8181"), "k"));
        assertThat(options.out()).hasValueSatisfying(out -> assertThat(out).hasToString("x.json"));
        assertThat(options.every()).isEmpty();
        assertThat(Options.parse().every()).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"--seed", "--wrong", "--hub-url http://x", "--push-key k"})
    void saysWhatIsWrong(String arguments) {
        assertThatThrownBy(() -> Options.parse(arguments.split(" "))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void everySimulatorStartsAndStops() {
        List<Simulator> simulators = Simulators.start(Options.parse("--once"));
        assertThat(simulators)
                .extracting(Simulator::name)
                .contains("environment-stations", "dossiers", "health", "transport");
        simulators.forEach(Simulator::close);
    }
}
