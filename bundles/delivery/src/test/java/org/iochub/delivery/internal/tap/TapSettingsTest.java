package org.iochub.delivery.internal.tap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.iochub.core.access.PersonalLevel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TapSettingsTest {
    private static final Map<String, String> GOOD = Map.of("kind", "kafka", "servers", "kafka1:9092, kafka2:9092");

    @Test
    void whatIsLeftOutIsNotGranted() {
        TapSettings settings = TapSettings.of("platform", GOOD);
        assertThat(settings.grants().personal()).isEqualTo(PersonalLevel.NONE);
        assertThat(settings.topic().text()).isEqualTo("iochub.{type}");
        assertThat(settings.start()).isEqualTo("oldest");
        Map<String, String> narrow = new HashMap<>(GOOD);
        narrow.put("types", "dossier, task");
        narrow.put("areas", "86");
        assertThat(TapSettings.of("platform", narrow).grants().types())
                .isEqualTo(Optional.of(Set.of("dossier", "task")));
    }

    @ParameterizedTest
    @CsvSource({
        "kind, amqp, kind",
        "servers, kafka1, servers",
        "servers, http://kafka1:9092, servers",
        "topic, {nothing}, topic",
        "topic, a/b, topic",
        "personal, all, personal",
        "batch, 0, batch",
        "batch, many, batch",
        "password, geheim, user",
        "since, yesterday, since",
        "tpoic, x, tpoic",
    })
    void mistakesAreNamed(String key, String value, String named) {
        Map<String, String> wrong = new HashMap<>(GOOD);
        wrong.put(key, value);
        assertThatThrownBy(() -> TapSettings.of("platform", wrong))
                .hasMessageContaining("\"" + named + "\"")
                .hasMessageNotContaining("geheim");
    }

    @Test
    void aPasswordIsAReference() {
        Map<String, String> wrong = new HashMap<>(GOOD);
        wrong.put("user", "iochub");
        wrong.put("password", "geheim");
        assertThatThrownBy(() -> TapSettings.of("platform", wrong))
                .hasMessageContaining("env:NAME")
                .hasMessageNotContaining("geheim");
    }

    @Test
    void theFileNamesTheTap() {
        assertThat(TapFile.name(Map.of("felix.fileinstall.filename", "file:/hub/etc/org.iochub.tap-my-city.cfg")))
                .isEqualTo("my-city");
        assertThat(TapFile.name(Map.of("service.pid", "org.iochub.tap~city"))).isEqualTo("city");
    }
}
