package org.iochub.routes.petitions.internal;

import org.apache.camel.Route;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.support.RoutePolicySupport;
import org.iochub.api.Source;

/** One route: each period calls for page after page and hands each one to the hub. */
final class PetitionsRoutes extends RouteBuilder {
    private final Source<PetitionsSettings> source;

    PetitionsRoutes(Source<PetitionsSettings> source) {
        this.source = source;
    }

    @Override
    public void configure() {
        String id = source.routeId("poll");
        Poll poll = new Poll(source);

        from("timer:" + id + "?delay=0&period=" + source.settings().period().toMillis())
                .routeId(id)
                .routePolicy(closing(poll))
                .process(poll::begin)
                .loopDoWhile(poll::wantsPage)
                .breakOnShutdown()
                .doTry()
                .process(poll::call)
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

    /** The client goes with its route. */
    private static RoutePolicySupport closing(Poll poll) {
        return new RoutePolicySupport() {
            @Override
            public void onStop(Route route) {
                poll.close();
            }
        };
    }
}
