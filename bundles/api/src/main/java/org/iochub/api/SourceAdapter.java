package org.iochub.api;

import java.time.Duration;
import java.util.Optional;
import org.apache.camel.RoutesBuilder;

/**
 * Brings one kind of source system in. Registered as an OSGi service of this interface; one adapter serves any number
 * of configured instances, which must share no mutable state.
 *
 * @param <S> the settings of an instance: a record whose components carry {@link Setting}
 */
public interface SourceAdapter<S extends Record> {
    AdapterDescriptor<S> descriptor();

    /**
     * How long a source may have brought nothing, nor said that there is nothing new, before its status tells somebody to
     * look; empty for any time.
     */
    default Optional<Duration> freshness() {
        return Optional.empty();
    }

    /** The normaliser of one instance; called once each time the instance starts. */
    Normalizer normalizer(Source<S> source);

    /**
     * The routes of one instance, added to the adapter's own Camel context each time the instance starts. Every route
     * takes its id from {@link Source#routeId(String)}; a route that delivers ends in {@link Source#records()}. The hub
     * installs the error handler: a message that fails is retried with back-off and never acknowledged before it is
     * durable, in records or in quarantine.
     */
    RoutesBuilder routes(Source<S> source);
}
