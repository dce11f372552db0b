package org.iochub.routes.egovernment.internal;

import org.apache.camel.builder.RouteBuilder;
import org.iochub.api.Source;

/** One route: each period looks at the hub's records and delivers what has changed in the figures. */
final class EGovernmentRoutes extends RouteBuilder {
    private final Source<EGovernmentSettings> source;

    EGovernmentRoutes(Source<EGovernmentSettings> source) {
        this.source = source;
    }

    @Override
    public void configure() {
        String id = source.routeId("compute");
        Compute compute = new Compute(source);
        from("timer:" + id + "?delay=0&period=" + source.settings().period().toMillis())
                .routeId(id)
                .doTry()
                .process(compute::count)
                .doCatch(Exception.class)
                .process(compute::failed)
                .end()
                .loopDoWhile(compute::hasNews)
                .breakOnShutdown()
                .process(compute::piece)
                .to(source.records())
                .process(compute::taken)
                .end();
    }
}
