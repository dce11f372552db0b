package org.iochub.declarative.internal.fetch.push;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.iochub.api.HubHeaders;
import org.iochub.declarative.internal.DeclaredSettings;
import org.iochub.declarative.internal.fetch.Fetch;
import org.iochub.declarative.internal.fetch.Rig;
import org.iochub.model.area.AreaRegistry;
import org.iochub.testkit.TestSource;
import org.junit.jupiter.api.Test;

class PushFetchTest {
    @Test
    void goesStraightToTheRecordsUnderItsOwnName() throws Exception {
        Fetch fetch = Rig.fetch(new PushFetches(), "{ naming: X-Message-Id }", Rig.WHOLE);
        TestSource<DeclaredSettings> source =
                new TestSource<>(Rig.settings(), AreaRegistry.builtIn(), "direct:records", "direct:pushed");
        try (CamelContext context = new DefaultCamelContext()) {
            context.addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    from("direct:records").transform(simple("${header." + HubHeaders.MESSAGE_ID + "}|${body}"));
                }
            });
            context.addRoutes(fetch.routes(source));
            context.start();
            try (ProducerTemplate sender = context.createProducerTemplate()) {
                assertThat(sender.requestBodyAndHeaders("direct:pushed", "x", Map.of("x-message-id", " m-1 ")))
                        .isEqualTo("m-1|x");
                // Without the header, the name that the hub's own face gave stays.
                assertThat(sender.requestBodyAndHeaders("direct:pushed", "x", Map.of(HubHeaders.MESSAGE_ID, "key")))
                        .isEqualTo("key|x");
            }
        }
    }
}
