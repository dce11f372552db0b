package org.iochub.api.mqtt;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.iochub.api.Secret;
import org.iochub.model.FaultException;

/**
 * What to hear from which broker, and how much of it at a time.
 *
 * @param broker {@code mqtt://host:1883} or {@code mqtts://host:8883}
 * @param topics filters, with {@code +} and {@code #}; not empty
 * @param clientId the name under which the broker keeps what was not acknowledged: the same after a restart, and used
 *     by nobody else
 * @param connectTimeout for the connection, and for each of the broker's answers
 * @param keepAlive how often to ask a silent broker for a sign of life
 * @param sessionExpiry how long the broker keeps messages for a subscriber that is away
 * @param retryEvery how long to wait before the next try to connect
 * @param batchSize most messages to hand to the hub at once
 * @param batchWindow how long a message waits for others, at most
 * @param inFlight how many messages the broker may send before the first is acknowledged
 * @param maxMessageBytes the largest message; the broker is told and keeps larger ones to itself
 */
public record MqttSubscription(
        URI broker,
        List<String> topics,
        String clientId,
        Optional<String> username,
        Optional<Secret> password,
        Duration connectTimeout,
        Duration keepAlive,
        Duration sessionExpiry,
        Duration retryEvery,
        int batchSize,
        Duration batchWindow,
        int inFlight,
        int maxMessageBytes) {

    /** @throws FaultException {@code bad-setting} for an address that is none, or no topics */
    public MqttSubscription {
        topics = topics.stream()
                .map(String::strip)
                .filter(topic -> !topic.isEmpty())
                .distinct()
                .toList();
        if (topics.isEmpty()) {
            throw FaultException.of(
                    "bad-setting",
                    "topics",
                    "Chưa có chủ đề nào; hãy ghi ít nhất một chủ đề MQTT, ví dụ «giao-thong/#».",
                    "There is no topic; name at least one MQTT topic, such as «giao-thong/#».");
        }
        String scheme = broker.getScheme() == null ? "" : broker.getScheme().toLowerCase(Locale.ROOT);
        if (!scheme.equals("mqtt") && !scheme.equals("mqtts") || broker.getHost() == null) {
            throw FaultException.of(
                    "bad-setting",
                    "broker",
                    "«" + broker + "» không phải địa chỉ MQTT; hãy viết như «mqtts://may-chu:8883».",
                    "«" + broker + "» is no MQTT address; write it like «mqtts://server:8883».");
        }
    }

    /** As the client library spells it. */
    String address() {
        boolean secure = broker.getScheme().equalsIgnoreCase("mqtts");
        int port = broker.getPort() >= 0 ? broker.getPort() : secure ? 8883 : 1883;
        return (secure ? "ssl" : "tcp") + "://" + broker.getHost() + ":" + port;
    }
}
