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
        from("timer:" + id + "?delay=0&period=" + source.settings().period().toMillis())
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
