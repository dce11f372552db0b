package org.iochub.core.source.internal;

import org.apache.camel.Consumer;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.support.DefaultConsumer;
import org.apache.camel.support.DefaultEndpoint;

/** Where the route of a push source starts: what came over HTTP enters here, on the thread that waits for its answer. */
final class PushedEndpoint extends DefaultEndpoint {
    private final SourceRunner runner;

    PushedEndpoint(String uri, HubComponent component, SourceRunner runner) {
        super(uri, component);
        this.runner = runner;
    }

    @Override
    public Consumer createConsumer(Processor processor) {
        return new DefaultConsumer(this, processor) {
            @Override
            protected void doStart() throws Exception {
                super.doStart();
                runner.acceptPushes(this);
            }

            @Override
            protected void doStop() throws Exception {
                runner.refusePushes();
                super.doStop();
            }
        };
    }

    @Override
    public Producer createProducer() {
        throw new UnsupportedOperationException("hub:pushed gives messages and takes none");
    }

    @Override
    public boolean isSingleton() {
        return true;
    }
}
