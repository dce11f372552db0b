package org.iochub.declarative.internal.fetch.inbox;

import java.time.Duration;
import org.apache.camel.builder.RouteBuilder;
import org.iochub.api.Source;
import org.iochub.declarative.internal.DeclaredSettings;

/**
 * One route: each parcel of an inbox goes to the hub, and is acknowledged when the hub has it.
 *
 * @see InboxConsumer
 */
public final class InboxRoutes extends RouteBuilder {
    /**
     * What is particular to one kind of source.
     *
     * @param kind the key under {@code from}
     * @param every how long to wait when everything was read; zero for inboxes that wait themselves
     * @param troubles how failures are told
     */
    public record Plan(String kind, Inbox.Opener opener, Duration every, Troubles troubles) {}

    private final Source<DeclaredSettings> source;
    private final Plan plan;

    public InboxRoutes(Source<DeclaredSettings> source, Plan plan) {
        this.source = source;
        this.plan = plan;
    }

    @Override
    public void configure() {
        String id = source.routeId(plan.kind());
        // Failures are the consumer's: it opens anew and says why. Camel would log them once more.
        errorHandler(noErrorHandler());
        from(new InboxEndpoint(getContext(), plan.kind() + "://" + id, source, plan))
                .routeId(id)
                .to(source.records());
    }
}
