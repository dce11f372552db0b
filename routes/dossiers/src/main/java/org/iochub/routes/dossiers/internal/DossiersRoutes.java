package org.iochub.routes.dossiers.internal;

import org.apache.camel.builder.RouteBuilder;
import org.iochub.api.Source;

/** What is pushed goes straight to the records: the answer to the push is the acknowledgement. */
final class DossiersRoutes extends RouteBuilder {
    private final Source<DossiersSettings> source;

    DossiersRoutes(Source<DossiersSettings> source) {
        this.source = source;
    }

    @Override
    public void configure() {
        from(source.pushed()).routeId(source.routeId("pushed")).to(source.records());
    }
}
