package org.iochub.routes.health.internal;

import org.apache.camel.builder.RouteBuilder;
import org.iochub.api.Source;

/** What is pushed goes straight to the records: the answer to the push is the acknowledgement. */
final class HealthRoutes extends RouteBuilder {
    private final Source<HealthSettings> source;

    HealthRoutes(Source<HealthSettings> source) {
        this.source = source;
    }

    @Override
    public void configure() {
        from(source.pushed()).routeId(source.routeId("pushed")).to(source.records());
    }
}
