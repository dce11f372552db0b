package org.iochub.declarative.internal.fetch.inbox;

import org.apache.camel.CamelContext;
import org.apache.camel.Consumer;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.support.DefaultEndpoint;
import org.iochub.api.Source;
import org.iochub.declarative.internal.DeclaredSettings;

/** Where the route of an inbox starts. Its address names the instance and nothing else: no option, no secret. */
final class InboxEndpoint extends DefaultEndpoint {
    private final String uri;
    private final Source<DeclaredSettings> source;
    private final InboxRoutes.Plan plan;

    InboxEndpoint(CamelContext context, String uri, Source<DeclaredSettings> source, InboxRoutes.Plan plan) {
        this.uri = uri;
        this.source = source;
        this.plan = plan;
        setCamelContext(context);
    }

    @Override
    protected String createEndpointUri() {
        return uri;
    }

    @Override
    public Consumer createConsumer(Processor processor) {
        return new InboxConsumer(this, processor, source, plan);
    }

    @Override
    public Producer createProducer() {
        throw new UnsupportedOperationException("an inbox gives messages and takes none");
    }

    @Override
    public boolean isSingleton() {
        return true;
    }
}
