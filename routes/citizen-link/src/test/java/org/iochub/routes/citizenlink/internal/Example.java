package org.iochub.routes.citizenlink.internal;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.iochub.api.Secret;
import org.iochub.api.read.MissingOffset;
import org.iochub.model.code.ReportKind;
import org.iochub.simulators.mqtt.CitizenLinkSimulator;

/** Settings for tests. */
final class Example {
    private Example() {}

    static CitizenLinkSettings at(String broker, String password) {
        return new CitizenLinkSettings(
                URI.create(broker),
                List.of("ket-noi/#"),
                CitizenLinkSimulator.CLIENT,
                Optional.of("hub"),
                Optional.of(new Secret("env:MQTT_PASSWORD", () -> password)),
                Duration.ofSeconds(1),
                Duration.ofSeconds(2),
                Duration.ofDays(1),
                Duration.ofMillis(300),
                20,
                Duration.ofMillis(50),
                40,
                65_536,
                ReportKind.PETITION,
                List.of("moi=received", "dang-xu-ly=in-process", "da-xong=closed"),
                Optional.of("51"),
                MissingOffset.LOCAL);
    }
}
