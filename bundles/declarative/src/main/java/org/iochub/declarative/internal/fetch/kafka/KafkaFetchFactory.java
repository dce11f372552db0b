package org.iochub.declarative.internal.fetch.kafka;

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

/** Reads topics of Kafka as a consumer group. */
public final class KafkaFetchFactory implements FetchFactory {
    private static final String CLIENT = "org.apache.kafka.clients.consumer.KafkaConsumer";

    @Override
    public String name() {
        return "kafka";
    }

    @Override
    public Fetch compile(JsonNode json, String pointer, Tools tools, Problems problems) {
        Options options = new Options(json, pointer, tools.settings(), problems);
        KafkaOptions compiled = new KafkaOptions(
                options.text("servers"),
                options.texts("topics"),
                options.optional("group"),
                json.path("start").asText("earliest"),
                options.number("batch", 500),
                options.flag("tls", false),
                options.optional("ca"),
                options.optional("user"),
                options.optional("password"),
                json.path("mechanism").asText("PLAIN"),
                options.named("properties"));
        compiled.topics().forEach(topic -> options.noSecret(topic, "topics"));
        if (compiled.password().isPresent() && compiled.user().isEmpty()) {
            options.problem(
                    "password",
                    Text.of("Có mật khẩu thì phải có user.", "A password needs a user beside it; add user."));
        }
        return new KafkaFetch(compiled);
    }

    private record KafkaFetch(KafkaOptions options) implements Fetch {
        @Override
        public Transport transport() {
            return Transport.KAFKA;
        }

        @Override
        public RoutesBuilder routes(Source<DeclaredSettings> source) {
            return new InboxRoutes(
                    source,
                    new InboxRoutes.Plan(
                            "kafka",
                            () -> {
                                Library.require(CLIENT);
                                return KafkaInbox.open(options, source);
                            },
                            Duration.ZERO,
                            Troubles.of("hub-camel-kafka", KafkaTroubles::tell)));
        }
    }
}
