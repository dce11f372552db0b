package org.iochub.routes.documents.internal;

import org.apache.camel.builder.RouteBuilder;
import org.iochub.api.Source;
import org.iochub.api.http.BoundedHttp;

/** One route: each period walks along the gateway's list and hands each document on it to the hub. */
final class DocumentsRoutes extends RouteBuilder {
    private static final String OPTIONS = "?throwExceptionOnFailure=false&copyHeaders=false&";

    private final Source<DocumentsSettings> source;

    DocumentsRoutes(Source<DocumentsSettings> source) {
        this.source = source;
    }

    @Override
    public void configure() {
        DocumentsSettings settings = source.settings();
        String id = source.routeId("poll");
        String bounded = new BoundedHttp(settings.connectTimeout(), settings.responseTimeout(), settings.maxPageBytes())
                .bind(getContext(), id);
        String spooled = new SpooledHttp(
                        settings.connectTimeout(), settings.responseTimeout(), settings.maxDocumentBytes())
                .bind(getContext(), id);
        Poll poll = new Poll(source);

        from("timer:" + id + "?delay=0&period=" + settings.period().toMillis())
                .routeId(id)
                .process(poll::begin)
                .loopDoWhile(poll::wantsMore)
                .breakOnShutdown()
                .doTry()
                .choice()
                .when(poll::wantsList)
                .process(poll::askList)
                .to(settings.url() + OPTIONS + bounded)
                .process(poll::lookAtList)
                .when(poll::canBeAsked)
                .process(poll::askDocument)
                .to(settings.url() + OPTIONS + spooled)
                .process(poll::lookAtDocument)
                .otherwise()
                .process(poll::noticeWithoutId)
                .end()
                .endDoTry()
                .doCatch(Exception.class)
                .process(poll::failed)
                .end()
                .choice()
                .when(poll::hasMessage)
                .to(source.records())
                .process(poll::taken)
                .end()
                .choice()
                .when(poll::isAtEnd)
                .process(poll::finish)
                .end()
                .end();
    }
}
