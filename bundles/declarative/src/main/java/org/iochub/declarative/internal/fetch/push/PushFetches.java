package org.iochub.declarative.internal.fetch.push;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.iochub.api.HubHeaders;
import org.iochub.api.Source;
import org.iochub.api.Transport;
import org.iochub.declarative.internal.DeclaredSettings;
import org.iochub.declarative.internal.Problems;
import org.iochub.declarative.internal.fetch.Fetch;
import org.iochub.declarative.internal.fetch.FetchFactory;

/** {@code from.push}: the source sends its messages to the hub; the answer to it is the acknowledgement. */
public final class PushFetches implements FetchFactory {
    private static final int LONGEST_NAME = 200;

    @Override
    public String name() {
        return "push";
    }

    @Override
    public Fetch compile(JsonNode node, String pointer, Tools tools, Problems problems) {
        Optional<String> naming = Optional.ofNullable(node.path("naming").textValue());
        return new Fetch() {
            @Override
            public Transport transport() {
                return Transport.PUSH;
            }

            @Override
            public RoutesBuilder routes(Source<DeclaredSettings> source) {
                return new RouteBuilder() {
                    @Override
                    public void configure() {
                        from(source.pushed())
                                .routeId(source.routeId("pushed"))
                                .process(exchange -> name(exchange, naming))
                                .to(source.records());
                    }
                };
            }
        };
    }

    /** By the header that the file names; a message without it is known by its content. */
    private static void name(Exchange exchange, Optional<String> naming) {
        Message message = exchange.getMessage();
        naming.map(header -> message.getHeader(header, String.class))
                .map(String::strip)
                .filter(id -> !id.isEmpty() && id.length() <= LONGEST_NAME)
                .ifPresent(id -> {
                    message.setHeader(HubHeaders.MESSAGE_ID, id);
                    message.setHeader(HubHeaders.MESSAGE_NAME, id);
                });
    }
}
