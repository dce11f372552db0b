package org.iochub.routes.fieldreports.internal;

import org.apache.camel.builder.RouteBuilder;
import org.iochub.api.Source;
import org.iochub.api.http.BoundedHttp;
import org.iochub.api.poll.Paging;

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
        Paging paging = new Paging(source, Poll.overlap(settings), settings.maxPages(), "page");
        Poll poll = new Poll(source, paging);

        from("timer:" + id + "?delay=0&period=" + settings.period().toMillis())
                .routeId(id)
                .process(paging::begin)
                .loopDoWhile(paging::wantsPage)
                .breakOnShutdown()
                .doTry()
                .process(poll::ask)
                .to(address() + "?throwExceptionOnFailure=false&copyHeaders=false&" + bounded)
                .process(poll::look)
                .doCatch(Exception.class)
                .process(paging::failed)
                .end()
                .choice()
                .when(paging::hasRecords)
                .to(source.records())
                .process(paging::taken)
                .when(paging::isLast)
                .process(paging::finish)
                .end()
                .end();
    }

    private String address() {
        String base = source.settings().url().toString();
        return (base.endsWith("/") ? base : base + "/") + "requests.json";
    }
}
