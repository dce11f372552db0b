package org.iochub.api.mqtt;

import org.apache.camel.builder.RouteBuilder;
import org.iochub.api.Source;

/**
 * One route: hears what a broker publishes and hands it to the hub in batches, each of them one message that {@link
 * MqttMessages} reads. A message is acknowledged to the broker when the hub has it on disk, not before: what was under
 * way when either side went down comes again.
 */
public final class MqttRoutes extends RouteBuilder {
    private final Source<?> source;
    private final MqttSubscription subscription;

    public MqttRoutes(Source<?> source, MqttSubscription subscription) {
        this.source = source;
        this.subscription = subscription;
    }

    @Override
    public void configure() {
        String id = source.routeId("subscription");
        MqttInbox inbox = new MqttInbox(source, subscription);

        from("timer:" + id + "?delay=0&period=" + subscription.batchWindow().toMillis())
                .routeId(id)
                .routePolicy(inbox)
                .process(inbox::connect)
                .loopDoWhile(inbox::hasBatch)
                .breakOnShutdown()
                .process(inbox::batch)
                .to(source.records())
                .process(inbox::acknowledge)
                .end();
    }
}
