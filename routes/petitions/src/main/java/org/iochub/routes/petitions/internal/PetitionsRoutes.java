package org.iochub.routes.petitions.internal;

import org.apache.camel.Route;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.support.RoutePolicySupport;
import org.iochub.api.Source;
import org.iochub.api.poll.Overlap;
import org.iochub.api.poll.Paging;

/** One route: each period calls for page after page and hands each one to the hub. */
final class PetitionsRoutes extends RouteBuilder {
    private final Source<PetitionsSettings> source;

    PetitionsRoutes(Source<PetitionsSettings> source) {
        this.source = source;
    }

    @Override
    public void configure() {
        String id = source.routeId("poll");
        PetitionsSettings settings = source.settings();
        Overlap overlap =
                Overlap.of(settings.history(), settings.overlap(), settings.nightlyOverlap(), settings.nightlyAt());
        Paging paging = new Paging(source, overlap, settings.maxPages(), "Trang");
        Poll poll = new Poll(source, paging);

        from("timer:" + id + "?delay=0&period=" + settings.period().toMillis())
                .routeId(id)
                .routePolicy(closing(poll))
                .process(paging::begin)
                .loopDoWhile(paging::wantsPage)
                .breakOnShutdown()
                .doTry()
                .process(poll::call)
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
