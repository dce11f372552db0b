package org.iochub.routes.onlinemedia.internal;

import org.apache.camel.builder.RouteBuilder;
import org.iochub.api.Source;
import org.iochub.api.http.BoundedHttp;

/** One route: each period asks for every feed and hands those that changed to the hub. */
final class OnlineMediaRoutes extends RouteBuilder {
    private final Source<OnlineMediaSettings> source;

    OnlineMediaRoutes(Source<OnlineMediaSettings> source) {
        this.source = source;
    }

    @Override
    public void configure() {
        OnlineMediaSettings settings = source.settings();
        String id = source.routeId("poll");
        String bounded = new BoundedHttp(settings.connectTimeout(), settings.responseTimeout(), settings.maxFeedBytes())
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
