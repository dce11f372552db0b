package org.iochub.routes.health.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.iochub.model.area.AreaRegistry;
import org.iochub.testkit.TestSource;
import org.junit.jupiter.api.Test;

class HealthRoutesTest {
    private final List<String> delivered = new ArrayList<>();

    @Test
    void aPushIsAnsweredWhenItsRecordsAreDurableAndFailsWhenTheyAreNot() throws Exception {
        TestSource<HealthSettings> source =
                new TestSource<>(Example.settings(), AreaRegistry.builtIn(), "direct:records", "direct:pushed");
        try (DefaultCamelContext context = new DefaultCamelContext()) {
            context.addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    errorHandler(noErrorHandler());
                    from("direct:records").process(exchange -> {
                        String body = exchange.getMessage().getBody(String.class);
                        if (body.equals("down")) {
                            throw new IllegalStateException("the store is down");
                        }
                        delivered.add(body);
                    });
                }
            });
            context.addRoutes(new HealthAdapter().routes(source));
            context.start();
            ProducerTemplate push = context.createProducerTemplate();
            push.sendBody("direct:pushed", "{}");
            assertThat(delivered).containsExactly("{}");
            assertThatThrownBy(() -> push.sendBody("direct:pushed", "down"))
                    .isInstanceOf(CamelExecutionException.class)
                    .hasRootCauseMessage("the store is down");
        }
    }
}
