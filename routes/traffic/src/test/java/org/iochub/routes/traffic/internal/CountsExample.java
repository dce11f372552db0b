package org.iochub.routes.traffic.internal;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.iochub.api.Secret;
import org.iochub.api.read.MissingOffset;
import org.iochub.simulators.mqtt.CameraSimulator;
import org.iochub.simulators.mqtt.MqttHost;

/** Settings for tests, with a way to vary each that a test varies. */
record CountsExample(
        String broker, String password, List<String> topics, int batchSize, int inFlight, MissingOffset missing) {
    static CountsExample of(String broker, String password) {
        return new CountsExample(broker, password, List.of("giao-thong/+/dem"), 200, 400, MissingOffset.LOCAL);
    }

    static CountsExample at(MqttHost host) {
        return of(host.address(), host.password());
    }

    CountsExample password(String other) {
        return new CountsExample(broker, other, topics, batchSize, inFlight, missing);
    }

    CountsExample topics(String... others) {
        return new CountsExample(broker, password, List.of(others), batchSize, inFlight, missing);
    }

    CountsExample bounds(int batch, int flight) {
        return new CountsExample(broker, password, topics, batch, flight, missing);
    }

    CountsExample missing(MissingOffset other) {
        return new CountsExample(broker, password, topics, batchSize, inFlight, other);
    }

    CountsSettings settings() {
        return new CountsSettings(
                URI.create(broker),
                topics,
                CameraSimulator.CLIENT,
                Optional.of("hub"),
                Optional.of(new Secret("env:MQTT_PASSWORD", () -> password)),
                Duration.ofSeconds(1),
                Duration.ofSeconds(2),
                Duration.ofDays(1),
                Duration.ofMillis(300),
                batchSize,
                Duration.ofMillis(50),
                inFlight,
                65_536,
                List.of(CameraSimulator.LIST.split(",")),
                "2025-07-01",
                List.of("xe-may=motorcycle", "oto=car", "xe-tai=truck", "xe-khach=bus"),
                List.of("ok=normal", "bao-tri=calibrating", "bao-loi=device-error"),
                List.of("-99", "-1"),
                missing);
    }
}
