package org.iochub.routes.environmentstations.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.iochub.model.Text;
import org.iochub.model.area.AreaRegistry;
import org.iochub.testkit.TestSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FleetTest {
    private final TestSettings settings = new TestSettings();
    private Instant now = Instant.parse("2026-03-02T01:00:00Z");
    private TestSource<EnvironmentStationsSettings> source;

    @BeforeEach
    void list() {
        settings.stations = Optional.of(
                "NUO001=Trạm A|108.8|15.12|21025@2025-07-01," + "KHI001=Trạm B|108.9|14.8|21439@2025-07-01");
    }

    @Test
    void aStationThatGoesSilentIsNamedUntilItSpeaksAgain() {
        Fleet fleet = fleet(Optional.empty());
        pass(Duration.ofMinutes(50));
        fleet.heard("KHI001/2026/03/02/KHI001_20260302070000.txt");
        pass(Duration.ofMinutes(20));
        fleet.report();
        assertThat(source.concern().map(Text::vi).orElse("")).contains("1/2 trạm", "NUO001 (02/03/2026 08:00)");
        assertThat(source.concern().map(Text::en).orElse("")).doesNotContain("KHI001");

        // What it buffered while it was cut off counts: it speaks.
        fleet.heard("QNG_KCNA_NUO001_20260301070000.txt");
        fleet.report();
        assertThat(source.concern()).isEmpty();
    }

    @Test
    void aRestartForgetsNobody() {
        String kept = fleet(Optional.empty()).having("KHI001_20260302070000.txt");
        pass(Duration.ofMinutes(70));
        Fleet again = fleet(Optional.of(kept));
        again.report();
        assertThat(source.concern().map(Text::en).orElse("")).contains("2 of 2 stations", "NUO001", "KHI001");
    }

    @Test
    void stationsThatNoListNamesAreWatchedOnceHeard() {
        settings.stations = Optional.empty();
        Fleet fleet = fleet(Optional.of("{\"heard\":{\"X\":\"yesterday\"}}"));
        fleet.report();
        assertThat(source.concern()).isEmpty();
        fleet.heard("ABC_20260302070000.txt");
        fleet.heard("no station's file.txt");
        pass(Duration.ofHours(2));
        fleet.report();
        assertThat(source.concern().map(Text::en).orElse("")).contains("1 of 1 stations", "ABC");
    }

    private void pass(Duration time) {
        now = now.plus(time);
    }

    private Fleet fleet(Optional<String> checkpoint) {
        source = new TestSource<>(
                settings.build(), AreaRegistry.builtIn(), "direct:records", "direct:pushed", new Clock() {
                    @Override
                    public ZoneId getZone() {
                        return ZoneId.of("Asia/Ho_Chi_Minh");
                    }

                    @Override
                    public Clock withZone(ZoneId zone) {
                        return this;
                    }

                    @Override
                    public Instant instant() {
                        return now;
                    }
                });
        checkpoint.ifPresent(source::checkpoint);
        return new Fleet(source, StationList.of(settings.build()));
    }
}
