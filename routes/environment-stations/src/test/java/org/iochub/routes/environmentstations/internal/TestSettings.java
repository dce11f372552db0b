package org.iochub.routes.environmentstations.internal;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.iochub.api.Secret;
import org.iochub.model.number.NumberStyle;

/** Settings as a test wants them. */
final class TestSettings {
    static final String PASSWORD = "p)&%#ss";

    URI url = URI.create("ftp://127.0.0.1:1/");
    NumberStyle numbers = NumberStyle.EN;
    Optional<String> stations = Optional.empty();
    Optional<String> stationsFile = Optional.empty();
    StationCode stationCode = StationCode.STATION;
    Optional<String> extraStatuses = Optional.empty();
    Duration stableFor = Duration.ofMillis(1);
    Duration readTimeout = Duration.ofSeconds(5);
    int maxFilesPerPoll = 200;
    Duration silentAfter = Duration.ofHours(1);
    Optional<Secret> password = Optional.of(new Secret("env:PASSWORD", () -> PASSWORD));
    Optional<String> hostKey = Optional.empty();
    Optional<Secret> privateKey = Optional.empty();

    EnvironmentStationsSettings build() {
        return new EnvironmentStationsSettings(
                url,
                "ioc",
                password,
                numbers,
                stations,
                stationsFile,
                "2025-07-01",
                stationCode,
                extraStatuses,
                "average",
                Duration.ofMillis(100),
                stableFor,
                maxFilesPerPoll,
                Duration.ofSeconds(5),
                readTimeout,
                Duration.ofMillis(400),
                silentAfter,
                hostKey,
                Optional.empty(),
                privateKey,
                Optional.empty());
    }
}
