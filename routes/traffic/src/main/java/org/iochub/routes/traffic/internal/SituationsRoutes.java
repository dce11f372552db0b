package org.iochub.routes.traffic.internal;

import org.apache.camel.builder.RouteBuilder;
import org.iochub.api.Source;
import org.iochub.api.http.BoundedHttp;

/** One route: each period asks for the publication and hands it to the hub when it changed. */
final class SituationsRoutes extends RouteBuilder {
    private final Source<SituationsSettings> source;

    SituationsRoutes(Source<SituationsSettings> source) {
        this.source = source;
    }

    @Override
    public void configure() {
        SituationsSettings settings = source.settings();
        String id = source.routeId("poll");
        String bounded = new BoundedHttp(settings.connectTimeout(), settings.responseTimeout(), settings.maxBytes())
                .bind(getContext(), id);
        SituationsPoll poll = new SituationsPoll(source);

        from("timer:" + id + "?delay=0&period=" + settings.period().toMillis())
                .routeId(id)
                .doTry()
                .process(poll::ask)
                .to("http:situations?throwExceptionOnFailure=false&copyHeaders=false&" + bounded)
                .process(poll::look)
                .doCatch(Exception.class)
                .process(poll::failed)
                .end()
                .filter(body().isNotNull())
                .to(source.records())
                .process(poll::taken)
                .end();
    }
}
