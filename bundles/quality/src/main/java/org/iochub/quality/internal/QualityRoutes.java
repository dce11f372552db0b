package org.iochub.quality.internal;

import org.apache.camel.builder.RouteBuilder;
import org.iochub.api.Source;

/** One route: each period counts what is new, and delivers the figures when they are due. */
final class QualityRoutes extends RouteBuilder {
    private final Source<QualitySettings> source;
    private final Publishing publishing;

    QualityRoutes(Source<QualitySettings> source, Publishing publishing) {
        this.source = source;
        this.publishing = publishing;
    }

    @Override
    public void configure() {
        String id = source.routeId("count");
        long period = source.settings().period().toMillis();
        // Not while the hub is starting: what was refused is told apart by what its source delivers.
        from("timer:" + id + "?delay=" + Math.min(period, 20_000) + "&period=" + period)
                .routeId(id)
                .process(publishing::begin)
                .loopDoWhile(publishing::more)
                .breakOnShutdown()
                .doTry()
                .process(publishing::count)
                .doCatch(Exception.class)
                .process(publishing::failed)
                .endDoTry()
                .end()
                .end()
                .loopDoWhile(publishing::hasNews)
                .breakOnShutdown()
                .process(publishing::piece)
                .to(source.records())
                .process(publishing::taken)
                .end();
    }
}
