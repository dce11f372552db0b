package org.iochub.core.source.internal;

import org.apache.camel.Consumer;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.support.DefaultEndpoint;
import org.apache.camel.support.DefaultProducer;
import org.iochub.api.HubHeaders;

/** Where a route delivers. Its completion is the acknowledgement: it returns when the message is durable. */
final class RecordsEndpoint extends DefaultEndpoint {
    private final SourceRunner runner;

    RecordsEndpoint(String uri, HubComponent component, SourceRunner runner) {
        super(uri, component);
        this.runner = runner;
    }

    @Override
    public Producer createProducer() {
        return new DefaultProducer(this) {
            @Override
            public void process(Exchange exchange) throws Exception {
                exchange.getMessage().setHeader(HubHeaders.DELIVERED, runner.deliver(exchange));
            }
        };
    }

    @Override
    public Consumer createConsumer(Processor processor) {
        throw new UnsupportedOperationException("hub:records takes messages and gives none");
    }

    @Override
    public boolean isSingleton() {
        return true;
    }
}
