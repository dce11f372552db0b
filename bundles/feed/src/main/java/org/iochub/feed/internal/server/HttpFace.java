package org.iochub.feed.internal.server;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.iochub.feed.internal.access.Authenticator;
import org.iochub.feed.internal.audit.AccessTrail;
import org.iochub.feed.internal.soap.SoapFeed;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Publishes whatever resources there are on one CXF server. Each appears once what it needs is there, so that health
 * answers while the store is still on its way up.
 */
@Component(service = HttpFace.class, immediate = true, configurationPid = "org.iochub.hub")
public final class HttpFace {
    private static final Logger LOG = LoggerFactory.getLogger(HttpFace.class);
    /** Resources come one after the other at start: one publication for all of them. */
    private static final long SETTLE_MILLIS = 200;
    /** Those who were let in before reach what they came for; a long answer is not waited for to its end. */
    private static final Duration LET_OUT = Duration.ofSeconds(10);

    private final FaceServer server;
    private final FaceState state;
    private final List<FaceResource> resources = new CopyOnWriteArrayList<>();
    private final AtomicReference<Optional<Authenticator>> authenticator = new AtomicReference<>(Optional.empty());
    private final AtomicReference<Optional<AccessTrail>> trail = new AtomicReference<>(Optional.empty());
    private final AtomicReference<Optional<SoapFeed>> soap = new AtomicReference<>(Optional.empty());
    /** Touched by the publisher only. */
    private Optional<SoapFeed> published = Optional.empty();

    private final ScheduledExecutorService publisher =
            Executors.newSingleThreadScheduledExecutor(work -> new Thread(work, "hub-http-face"));
    private final AtomicReference<Optional<ScheduledFuture<?>>> pending = new AtomicReference<>(Optional.empty());

    /** The one setting of {@code org.iochub.hub.cfg} this needs. */
    public @interface Config {
        String corsOrigins() default "";
    }

    @Activate
    public HttpFace(Config config, @Reference FaceState state) {
        this.state = state;
        this.server = new FaceServer(authenticator::get, trail::get, config.corsOrigins());
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addResource(FaceResource resource) {
        resources.add(resource);
        publishSoon();
    }

    void removeResource(FaceResource resource) {
        resources.remove(resource);
        publishSoon();
    }

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void setAuthenticator(Authenticator service) {
        authenticator.set(Optional.of(service));
        state.keys(true);
    }

    void unsetAuthenticator(Authenticator service) {
        authenticator.updateAndGet(current -> current.filter(known -> known != service));
        state.keys(authenticator.get().isPresent());
    }

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void setTrail(AccessTrail service) {
        trail.set(Optional.of(service));
    }

    void unsetTrail(AccessTrail service) {
        trail.updateAndGet(current -> current.filter(known -> known != service));
    }

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void setSoap(SoapFeed service) {
        soap.set(Optional.of(service));
        publishSoon();
    }

    void unsetSoap(SoapFeed service) {
        soap.updateAndGet(current -> current.filter(known -> known != service));
        publishSoon();
    }

    private void publishSoon() {
        try {
            pending.getAndSet(Optional.of(publisher.schedule(this::publish, SETTLE_MILLIS, TimeUnit.MILLISECONDS)))
                    .ifPresent(earlier -> earlier.cancel(false));
        } catch (RejectedExecutionException stopped) {
            LOG.debug("The face is going down");
        }
    }

    private void publish() {
        try {
            state.shut(LET_OUT);
            server.publish(List.copyOf(resources));
            Optional<SoapFeed> feed = soap.get();
            if (!feed.equals(published)) {
                server.publish(feed);
                published = feed;
            }
            state.complete(server.isComplete() && feed.isPresent());
            LOG.debug("Serving {} resources", resources.size());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.error("The HTTP face could not be published", e);
        } finally {
            state.open();
        }
    }

    @Deactivate
    public void stop() {
        publisher.shutdownNow();
        server.close();
        state.complete(false);
    }
}
