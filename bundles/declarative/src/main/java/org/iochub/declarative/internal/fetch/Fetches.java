package org.iochub.declarative.internal.fetch;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.iochub.api.Source;
import org.iochub.api.Transport;
import org.iochub.declarative.internal.DeclaredSettings;
import org.iochub.declarative.internal.Problems;

/** Placeholder: push alone, until the fetches are merged. */
public final class Fetches {
    private Fetches() {}

    public static List<FetchFactory> all() {
        return List.of(new Push());
    }

    private static final class Push implements FetchFactory {
        @Override
        public String name() {
            return "push";
        }

        @Override
        public Fetch compile(JsonNode options, String pointer, Tools tools, Problems problems) {
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
                                    .routeId(source.routeId("push"))
                                    .to(source.records());
                        }
                    };
                }
            };
        }
    }
}
