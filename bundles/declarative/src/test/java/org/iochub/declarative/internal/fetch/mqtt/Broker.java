package org.iochub.declarative.internal.fetch.mqtt;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.apache.activemq.artemis.api.core.RoutingType;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;
import org.apache.activemq.artemis.spi.core.security.ActiveMQSecurityManager;
import org.eclipse.paho.mqttv5.client.MqttClient;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.iochub.declarative.internal.fetch.inbox.Compile;

/** An MQTT broker that knows one account. */
final class Broker implements AutoCloseable {
    private final EmbeddedActiveMQ server = new EmbeddedActiveMQ();
    private final int port;

    /**
     * @param keys a key store for TLS, with the password {@code changeit}
     */
    Broker(int port, Optional<Path> keys) throws Exception {
        this.port = port;
        String tls = keys.map(path -> ";sslEnabled=true;keyStorePath=" + path + ";keyStorePassword=changeit")
                .orElse("");
        server.setConfiguration(new ConfigurationImpl()
                .setPersistenceEnabled(false)
                .setSecurityEnabled(true)
                .setJMXManagementEnabled(false)
                .addAddressSetting("#", new AddressSettings().setDefaultAddressRoutingType(RoutingType.MULTICAST))
                .addAcceptorConfiguration("mqtt", "tcp://127.0.0.1:" + port + "?protocols=MQTT" + tls));
        server.setSecurityManager(new ActiveMQSecurityManager() {
            @Override
            public boolean validateUser(String user, String password) {
                return "iochub".equals(user) && Compile.HIDDEN.equals(password);
            }

            @Override
            public boolean validateUserAndRole(
                    String user,
                    String password,
                    Set<org.apache.activemq.artemis.core.security.Role> roles,
                    org.apache.activemq.artemis.core.security.CheckType checkType) {
                return validateUser(user, password);
            }
        });
        server.start();
    }

    String address() {
        return "tcp://127.0.0.1:" + port;
    }

    void publish(String topic, byte[]... payloads) throws Exception {
        MqttConnectionOptions options = new MqttConnectionOptions();
        options.setUserName("iochub");
        options.setPassword(Compile.HIDDEN.getBytes(StandardCharsets.UTF_8));
        options.setConnectionTimeout(10);
        MqttClient client = new MqttClient(address(), "nguon", new MemoryPersistence());
        try {
            client.setTimeToWait(10_000);
            client.connect(options);
            for (byte[] payload : payloads) {
                client.publish(topic, new MqttMessage(payload, 1, false, null));
            }
            client.disconnect();
        } finally {
            client.close(true);
        }
    }

    void publish(String topic, String payload) throws Exception {
        publish(topic, payload.getBytes(StandardCharsets.UTF_8));
    }

    /** Messages that the broker holds for sessions: waiting or sent and not acknowledged. */
    long held() {
        return server.getActiveMQServer()
                .getPostOffice()
                .getAllBindings()
                .filter(org.apache.activemq.artemis.core.postoffice.QueueBinding.class::isInstance)
                .map(org.apache.activemq.artemis.core.postoffice.QueueBinding.class::cast)
                .filter(binding -> !binding.getAddress().toString().startsWith("$"))
                .mapToLong(binding -> binding.getQueue().getMessageCount())
                .sum();
    }

    @Override
    public void close() throws Exception {
        server.stop();
    }
}
