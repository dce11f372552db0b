package org.iochub.declarative.internal.fetch.feed;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.apache.camel.Route;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.support.RoutePolicySupport;
import org.iochub.api.Source;
import org.iochub.api.Transport;
import org.iochub.declarative.internal.DeclaredSettings;
import org.iochub.declarative.internal.Problems;
import org.iochub.declarative.internal.fetch.Fetch;
import org.iochub.declarative.internal.fetch.FetchFactory;
import org.iochub.declarative.internal.fetch.Fill;
import org.iochub.declarative.internal.fetch.Options;
import org.iochub.declarative.internal.fetch.Schedule;
import org.iochub.declarative.internal.fetch.Template;
import org.iochub.declarative.internal.fetch.http.HttpCalls;
import org.iochub.declarative.internal.fetch.http.HttpPlan.LimitsPlan;

/** {@code from.feed}: asks for RSS and Atom feeds, and takes those that changed. */
public final class FeedFetches implements FetchFactory {
    /** What the file says. */
    record Plan(List<Template> urls, Map<String, Template> headers, Schedule.Plan schedule, LimitsPlan limits)
            implements Fetch {
        @Override
        public Transport transport() {
            return Transport.FEED;
        }

        @Override
        public RoutesBuilder routes(Source<DeclaredSettings> source) {
            return new Routes(this, source);
        }
    }

    @Override
    public String name() {
        return "feed";
    }

    @Override
    public Fetch compile(JsonNode node, String pointer, Tools tools, Problems problems) {
        Options options = new Options(node, pointer, tools.settings(), problems);
        return new Plan(
                options.list("urls"), options.map("headers"), Schedule.Plan.of(options, "5m"), LimitsPlan.of(options));
    }

    private static final class Routes extends RouteBuilder {
        private final Plan plan;
        private final Source<DeclaredSettings> source;

        Routes(Plan plan, Source<DeclaredSettings> source) {
            this.plan = plan;
            this.source = source;
        }

        @Override
        public void configure() {
            String id = source.routeId("poll");
            Schedule schedule = plan.schedule().start(source);
            HttpCalls calls = new HttpCalls(plan.limits().fill(new Fill(source.settings())));
            FeedPoll poll = new FeedPoll(plan, source, schedule, calls);
            from("timer:" + id + "?delay=0&period=" + schedule.tick().toMillis())
                    .routeId(id)
                    .routePolicy(new RoutePolicySupport() {
                        @Override
                        public void onStop(Route route) {
                            poll.close();
                        }
                    })
                    .process(poll::begin)
                    .loopDoWhile(poll::hasMore)
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
                    .end()
                    .process(poll::end);
        }
    }
}
