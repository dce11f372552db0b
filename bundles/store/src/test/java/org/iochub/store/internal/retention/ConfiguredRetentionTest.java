package org.iochub.store.internal.retention;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ConfiguredRetentionTest {
    @Test
    void whatIsNotANumberOfDaysKeepsTheTypeForEver() {
        assertThat(ConfiguredRetention.read(Map.of(
                        "air-quality-observation", "30",
                        "facility", "0",
                        "task", "-4",
                        "document", "a month",
                        "traffic-flow", "999999",
                        "service.pid", "org.iochub.retention",
                        "component.id", "12")))
                .containsOnly(Map.entry("air-quality-observation", Duration.ofDays(30)));
    }
}
