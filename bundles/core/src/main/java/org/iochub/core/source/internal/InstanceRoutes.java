package org.iochub.core.source.internal;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.camel.CamelContext;
import org.apache.camel.Route;
import org.apache.camel.RoutesBuilder;
import org.iochub.model.FaultException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The routes of one instance within its adapter's Camel context: started, drained and removed alone. */
final class InstanceRoutes {
    private static final Logger LOG = LoggerFactory.getLogger(InstanceRoutes.class);
    private static final long DRAIN_SECONDS = 30;
    private final CamelContext context;
    private final String prefix;

    InstanceRoutes(CamelContext context, String prefix) {
        this.context = context;
        this.prefix = prefix;
    }

    void start(RoutesBuilder builder) throws Exception {
        // Instances of one adapter share the context: one at a time, so that each knows its own routes from others'.
        synchronized (context) {
            add(builder);
        }
    }

    private void add(RoutesBuilder builder) throws Exception {
        List<String> before = context.getRoutes().stream().map(Route::getId).toList();
        context.addRoutes(builder);
        List<String> strangers = context.getRoutes().stream()
                .map(Route::getId)
                .filter(route -> !before.contains(route) && !route.startsWith(prefix))
                .toList();
        if (!strangers.isEmpty()) {
            strangers.forEach(this::remove);
            throw FaultException.of(
                    "bad-route",
                    String.join(", ", strangers),
                    "Bộ kết nối đặt mã đường dẫn không qua Source.routeId: " + String.join(", ", strangers) + ".",
                    "The adapter gives routes ids that are not from Source.routeId: " + String.join(", ", strangers)
                            + ".");
        }
    }

    /** Lets the messages under way end, then removes every route of the instance. */
    void stop() {
        context.getRoutes().stream()
                .map(Route::getId)
                .filter(route -> route.startsWith(prefix))
                .toList()
                .forEach(this::remove);
    }

    private void remove(String route) {
        try {
            context.getRouteController().stopRoute(route, DRAIN_SECONDS, TimeUnit.SECONDS);
            context.removeRoute(route);
        } catch (Exception e) {
            LOG.warn("Route {} did not stop cleanly: {}", route, e.toString());
        }
    }
}
