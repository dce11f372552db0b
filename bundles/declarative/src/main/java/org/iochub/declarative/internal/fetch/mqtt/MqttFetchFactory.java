package org.iochub.declarative.internal.fetch.mqtt;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import org.apache.camel.RoutesBuilder;
import org.iochub.api.Source;
import org.iochub.api.Transport;
import org.iochub.declarative.internal.DeclaredSettings;
import org.iochub.declarative.internal.Problems;
import org.iochub.declarative.internal.fetch.Fetch;
import org.iochub.declarative.internal.fetch.FetchFactory;
import org.iochub.declarative.internal.fetch.inbox.InboxRoutes;
import org.iochub.declarative.internal.fetch.inbox.Library;
import org.iochub.declarative.internal.fetch.inbox.Options;
import org.iochub.declarative.internal.fetch.inbox.Troubles;
import org.iochub.model.Text;

/** Listens to topics of an MQTT 5 broker. */
public final class MqttFetchFactory implements FetchFactory {
    private static final String CLIENT = "org.eclipse.paho.mqttv5.client.MqttAsyncClient";

    @Override
    public String name() {
        return "mqtt";
    }

    @Override
    public Fetch compile(JsonNode json, String pointer, Tools tools, Problems problems) {
        Options options = new Options(json, pointer, tools.settings(), problems);
        MqttOptions compiled = new MqttOptions(
                options.text("broker"),
                options.texts("topics"),
                options.number("qos", 1),
                options.optional("clientId"),
                options.optional("user"),
                options.optional("password"),
                options.span("session", Duration.ofDays(7)),
                options.number("batch", 200),
                options.span("window", Duration.ofMillis(250)),
                options.number("maxBytes", 256 << 10),
                options.optional("ca"));
        check(options, json);
        compiled.topics().forEach(topic -> options.noSecret(topic, "topics"));
        return new MqttFetch(compiled);
    }

    private static void check(Options options, JsonNode json) {
        String broker = json.path("broker").asText();
        if (!broker.startsWith("{{") && !broker.matches("(tcp|ssl|mqtt|mqtts)://.+")) {
            options.problem(
                    "broker",
                    Text.of(
                            "Địa chỉ máy chủ MQTT phải như tcp://may-chu:1883 hoặc ssl://may-chu:8883.",
                            "The broker's address has to be like tcp://host:1883 or ssl://host:8883."));
        }
        if (broker.matches(".*://[^/]*@.*")) {
            options.problem(
                    "broker",
                    Text.of(
                            "Không đặt tài khoản trong địa chỉ; hãy dùng user và password.",
                            "No account may stand in the address; use user and password."));
        }
        JsonNode topics = json.path("topics");
        for (int i = 0; topics.isArray() && i < topics.size(); i++) {
            checkTopic(options, "topics/" + i, topics.path(i).asText());
        }
        if (topics.isTextual()) {
            checkTopic(options, "topics", topics.asText());
        }
    }

    private static void checkTopic(Options options, String key, String topic) {
        if (!topic.matches("(([^#+]*|\\+)/)*([^#+/]*|\\+|#)")) {
            options.problem(
                    key,
                    Text.of(
                            "«" + topic + "» không phải bộ lọc chủ đề: + thay trọn một cấp, # chỉ đứng cuối.",
                            "«" + topic + "» is no topic filter: + stands for one whole level, # only at the end."));
        }
    }

    private record MqttFetch(MqttOptions options) implements Fetch {
        @Override
        public Transport transport() {
            return Transport.MQTT;
        }

        @Override
        public RoutesBuilder routes(Source<DeclaredSettings> source) {
            return new InboxRoutes(
                    source,
                    new InboxRoutes.Plan(
                            "mqtt",
                            () -> {
                                Library.require(CLIENT);
                                return MqttInbox.open(options, source);
                            },
                            Duration.ZERO,
                            Troubles.of("hub-camel-mqtt", MqttTroubles::tell)));
        }
    }
}
