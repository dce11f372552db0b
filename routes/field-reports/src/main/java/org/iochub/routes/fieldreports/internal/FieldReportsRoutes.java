package org.iochub.routes.fieldreports.internal;

import org.apache.camel.builder.RouteBuilder;
import org.iochub.api.Source;
import org.iochub.api.http.BoundedHttp;

/** One route: each period asks for page after page and hands each one to the hub. */
final class FieldReportsRoutes extends RouteBuilder {
    private final Source<FieldReportsSettings> source;

    FieldReportsRoutes(Source<FieldReportsSettings> source) {
        this.source = source;
    }

    @Override
    public void configure() {
        FieldReportsSettings settings = source.settings();
        String id = source.routeId("poll");
        String bounded = new BoundedHttp(settings.connectTimeout(), settings.responseTimeout(), settings.maxPageBytes())
                .bind(getContext(), id);
        Poll poll = new Poll(source);

        from("timer:" + id + "?delay=0&period=" + settings.period().toMillis())
                .routeId(id)
                .process(poll::begin)
                .loopDoWhile(poll::wantsPage)
                .breakOnShutdown()
                .doTry()
                .process(poll::ask)
                .to(address() + "?throwExceptionOnFailure=false&copyHeaders=false&" + bounded)
                .process(poll::look)
                .doCatch(Exception.class)
                .process(poll::failed)
                .end()
                .choice()
                .when(poll::hasRecords)
                .to(source.records())
                .process(poll::taken)
                .when(poll::isLast)
                .process(poll::finish)
                .end()
                .end();
    }

    private String address() {
        String base = source.settings().url().toString();
        return (base.endsWith("/") ? base : base + "/") + "requests.json";
    }
}
