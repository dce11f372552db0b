package org.iochub.declarative.internal.fetch.http;

import org.apache.camel.Route;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.support.RoutePolicySupport;
import org.iochub.api.Source;
import org.iochub.declarative.internal.DeclaredSettings;
import org.iochub.declarative.internal.fetch.Schedule;

/** One route: each period asks for page after page and hands each one to the hub. */
final class HttpRoutes extends RouteBuilder {
    private final HttpPlan plan;
    private final Source<DeclaredSettings> source;

    HttpRoutes(HttpPlan plan, Source<DeclaredSettings> source) {
        this.plan = plan;
        this.source = source;
    }

    @Override
    public void configure() {
        String id = source.routeId("poll");
        Schedule schedule = plan.schedule().start(source);
        HttpPoll poll = new HttpPoll(plan, source, schedule);
        from("timer:" + id + "?delay=0&period=" + schedule.tick().toMillis())
                .routeId(id)
                .routePolicy(new RoutePolicySupport() {
                    @Override
                    public void onStop(Route route) {
                        poll.close();
                    }
                })
                .process(poll::begin)
                .loopDoWhile(poll::wantsPage)
                .breakOnShutdown()
                .doTry()
                .process(poll::fetch)
                .doCatch(Exception.class)
                .process(poll::failed)
                .end()
                .filter(poll::hasMessage)
                .to(source.records())
                .process(poll::taken)
                .end()
                .end();
    }
}
