package org.iochub.routes.transport.internal;

import org.apache.camel.builder.RouteBuilder;
import org.iochub.api.Source;
import org.iochub.api.http.BoundedHttp;

/** One route: each period asks for the timetable and the road works and hands what changed to the hub. */
final class TransportRoutes extends RouteBuilder {
    private final Source<TransportSettings> source;

    TransportRoutes(Source<TransportSettings> source) {
        this.source = source;
    }

    @Override
    public void configure() {
        TransportSettings settings = source.settings();
        String id = source.routeId("poll");
        String bounded = new BoundedHttp(
                        settings.connectTimeout(), settings.responseTimeout(), settings.maxFetchBytes())
                .bind(getContext(), id);
        Poll poll = new Poll(source);

        from("timer:" + id + "?delay=0&period=" + settings.period().toMillis())
                .routeId(id)
                .process(poll::begin)
                .split(body())
                .doTry()
                .process(poll::ask)
                // The address of each feed stands in a header.
                .to("http:feeds?throwExceptionOnFailure=false&copyHeaders=false&followRedirects=true&" + bounded)
                .process(poll::look)
                .doCatch(Exception.class)
                .process(poll::failed)
                .end()
                .filter(body().isNotNull())
                .to(source.records())
                .process(poll::taken)
                .end()
                .end()
                .process(poll::end);
    }
}
