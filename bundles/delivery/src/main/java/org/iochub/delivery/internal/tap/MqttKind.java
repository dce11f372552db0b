package org.iochub.delivery.internal.tap;

import java.util.Optional;
import org.iochub.model.Text;

/** MQTT 5, as far as it can be spoken of without its software. */
record MqttKind(TapSettings settings) implements Outlet.Kind {
    @Override
    public Outlet open() throws Exception {
        Library.require("org.eclipse.paho.mqttv5.client.MqttAsyncClient");
        return MqttOutlet.open(settings);
    }

    @Override
    public Optional<Text> tell(Throwable trouble) {
        String name = trouble.getClass().getSimpleName();
        if (name.equals("ClassNotFoundException")) {
            return Optional.of(Text.of(
                    "Thiếu phần mềm MQTT; hãy chạy feature:install hub-camel-mqtt.",
                    "MQTT's software is missing; run feature:install hub-camel-mqtt."));
        }
        return name.equals("MqttException")
                ? Optional.of(MqttOutlet.tell(trouble, settings.servers()))
                : Optional.empty();
    }
}
