package org.iochub.delivery.internal.tap;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLException;
import org.eclipse.paho.mqttv5.client.IMqttToken;
import org.eclipse.paho.mqttv5.client.MqttAsyncClient;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.eclipse.paho.mqttv5.common.packet.MqttProperties;
import org.eclipse.paho.mqttv5.common.packet.MqttReturnCode;
import org.eclipse.paho.mqttv5.common.packet.UserProperty;
import org.iochub.delivery.internal.tls.Trust;
import org.iochub.model.Text;

/**
 * Publishes to an MQTT 5 broker, a few messages ahead of their acknowledgements. The CloudEvents binding in structured
 * mode; key and cursor are user properties, since MQTT has no keys.
 */
final class MqttOutlet implements Outlet {
    private static final long MILLIS_TO_ANSWER = 15_000;
    private static final int SECONDS_TO_CONNECT = 10;
    private static final int KEEP_ALIVE_SECONDS = 20;
    /** Fewer than any broker takes at once. */
    private static final int AHEAD = 10;

    private final MqttAsyncClient client;
    private final int qos;

    private MqttOutlet(MqttAsyncClient client, int qos) {
        this.client = client;
        this.qos = qos;
    }

    static Outlet open(TapSettings settings) throws Exception {
        return Library.within(MqttAsyncClient.class, () -> {
            MqttAsyncClient client = new MqttAsyncClient(
                    settings.servers().replaceFirst("^mqtts://", "ssl://").replaceFirst("^mqtt://", "tcp://"),
                    settings.clientId().orElse("iochub-tap-" + settings.name()),
                    new MemoryPersistence());
            MqttOutlet outlet = new MqttOutlet(client, settings.qos());
            try {
                done(client.connect(connection(settings)));
                return outlet;
            } catch (MqttException | RuntimeException e) {
                outlet.close();
                throw e;
            }
        });
    }

    private static MqttConnectionOptions connection(TapSettings settings) throws Exception {
        MqttConnectionOptions connection = new MqttConnectionOptions();
        connection.setCleanStart(true);
        connection.setSessionExpiryInterval(0L);
        connection.setConnectionTimeout(SECONDS_TO_CONNECT);
        connection.setKeepAliveInterval(KEEP_ALIVE_SECONDS);
        // The tap connects anew itself, and sends again what was not acknowledged.
        connection.setAutomaticReconnect(false);
        settings.user().ifPresent(connection::setUserName);
        settings.password().map(word -> word.getBytes(StandardCharsets.UTF_8)).ifPresent(connection::setPassword);
        if (settings.ca().isPresent()) {
            connection.setSocketFactory(Trust.only(settings.ca().get()).getSocketFactory());
        }
        return connection;
    }

    @Override
    public void send(List<TapMessage> messages) throws Exception {
        Deque<IMqttToken> underWay = new ArrayDeque<>();
        for (TapMessage message : messages) {
            if (underWay.size() >= AHEAD) {
                done(underWay.remove());
            }
            underWay.add(client.publish(message.topic(), packet(message)));
        }
        for (IMqttToken token : underWay) {
            done(token);
        }
    }

    private MqttMessage packet(TapMessage message) {
        MqttProperties properties = new MqttProperties();
        properties.setContentType(TapMessage.CONTENT_TYPE);
        properties.setPayloadFormat(true);
        properties.setUserProperties(List.of(
                new UserProperty(TapMessage.KEY, message.key()),
                new UserProperty(TapMessage.CURSOR, message.cursor())));
        return new MqttMessage(message.event(), qos, false, properties);
    }

    private static void done(IMqttToken token) throws MqttException {
        token.waitForCompletion(MILLIS_TO_ANSWER);
        for (int code : Optional.ofNullable(token.getReasonCodes()).orElse(new int[0])) {
            if (code >= 0x80) {
                throw new MqttException(code);
            }
        }
    }

    /** What a broker's refusal means. */
    static Text tell(Throwable trouble, String servers) {
        if (trouble.getCause() instanceof SSLException) {
            return Text.of(
                    "Không tin được chứng thư của máy chủ MQTT; hãy kiểm tra khóa ca và tên trong chứng thư.",
                    "The MQTT broker's certificate is not trusted; check the key ca and the certificate's name.");
        }
        int code = trouble instanceof MqttException refused ? refused.getReasonCode() : 0;
        return switch (code) {
            case MqttReturnCode.RETURN_CODE_BAD_USERNAME_OR_PASSWORD, MqttReturnCode.RETURN_CODE_NOT_AUTHORIZED ->
                Text.of(
                        "Máy chủ MQTT từ chối tài khoản hoặc quyền ghi; hãy kiểm tra user, password và quyền với chủ đề.",
                        "The MQTT broker refuses the account or the right to write; check user, password and the topic's"
                                + " rights.");
            case MqttReturnCode.RETURN_CODE_TOPIC_NAME_INVALID ->
                Text.of(
                        "Máy chủ MQTT không nhận tên chủ đề; hãy sửa khóa topic.",
                        "The MQTT broker does not accept the topic's name; mend the key topic.");
            default ->
                Text.of(
                        "Máy chủ MQTT không trả lời tại " + servers + " (mã " + code + "); tap chờ và thử lại.",
                        "The MQTT broker does not answer at " + servers + " (code " + code
                                + "); the tap waits and tries again.");
        };
    }

    @Override
    public void close() {
        try {
            if (client.isConnected()) {
                client.disconnectForcibly(500, 1_000, false);
            }
        } catch (MqttException e) {
            // It is thrown away in any case.
        }
        try {
            client.close(true);
        } catch (MqttException e) {
            // Closed already.
        }
    }
}
