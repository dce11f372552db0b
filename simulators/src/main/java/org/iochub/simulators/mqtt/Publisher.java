package org.iochub.simulators.mqtt;

import java.nio.charset.StandardCharsets;
import org.eclipse.paho.mqttv5.client.MqttClient;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttException;

/** A device: publishes at least once, and knows that the broker has a message when {@link #publish} returns. */
final class Publisher {
    private static final int AT_LEAST_ONCE = 1;
    private static final long PATIENCE_MILLIS = 10_000;

    private final Broker broker;
    private final String name;

    Publisher(Broker broker, String name) {
        this.broker = broker;
        this.name = name;
    }

    /** Connects for these messages alone: the broker may have been away since the last ones. */
    synchronized void publish(Iterable<Publication> publications) {
        try {
            MqttClient client =
                    new MqttClient(broker.address().toString().replace("mqtt:", "tcp:"), name, new MemoryPersistence());
            try {
                publish(client, publications);
            } finally {
                client.close(true);
            }
        } catch (MqttException e) {
            throw new IllegalStateException("the simulated broker does not take a message", e);
        }
    }

    private void publish(MqttClient client, Iterable<Publication> publications) throws MqttException {
        client.setTimeToWait(PATIENCE_MILLIS);
        MqttConnectionOptions options = new MqttConnectionOptions();
        options.setUserName(broker.user());
        options.setPassword(broker.password().getBytes(StandardCharsets.UTF_8));
        options.setConnectionTimeout(10);
        client.connect(options);
        for (Publication publication : publications) {
            client.publish(publication.topic(), publication.payload(), AT_LEAST_ONCE, false);
        }
        client.disconnect();
    }
}
