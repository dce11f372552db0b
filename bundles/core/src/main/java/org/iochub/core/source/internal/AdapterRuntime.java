package org.iochub.core.source.internal;

import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.apache.camel.CamelContext;
import org.iochub.api.SourceAdapter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** An installed adapter with the one Camel context that all its instances share. */
final class AdapterRuntime {
    private static final Logger LOG = LoggerFactory.getLogger(AdapterRuntime.class);
    private static final long USE_SECONDS = 30;

    private final SourceAdapter<?> adapter;
    private final String version;
    private final CamelContext context;
    /** Held shared by those who use the adapter beside its routes. */
    private final ReentrantReadWriteLock uses = new ReentrantReadWriteLock();

    private AdapterRuntime(SourceAdapter<?> adapter, String version, CamelContext context) {
        this.adapter = adapter;
        this.version = version;
        this.context = context;
    }

    static AdapterRuntime start(SourceAdapter<?> adapter, String version, CamelContext context, HubComponent hub) {
        context.disableJMX();
        // Bodies are spooled once, by the hub; Camel's own caching would do it again in memory.
        context.setStreamCaching(false);
        context.setAllowUseOriginalMessage(false);
        context.getShutdownStrategy().setTimeout(30);
        context.getShutdownStrategy().setTimeUnit(TimeUnit.SECONDS);
        context.getShutdownStrategy().setLogInflightExchangesOnTimeout(false);
        context.addComponent("hub", hub);
        context.start();
        return new AdapterRuntime(adapter, version, context);
    }

    SourceAdapter<?> adapter() {
        return adapter;
    }

    String id() {
        return adapter.descriptor().id();
    }

    String version() {
        return version;
    }

    CamelContext context() {
        return context;
    }

    /** Uses the adapter until the returned lock is given back; empty when it is going away. */
    Optional<Lock> use() {
        Lock use = uses.readLock();
        return use.tryLock() ? Optional.of(use) : Optional.empty();
    }

    /** Who uses the adapter beside its routes ends first, for as long as that may take. */
    private void awaitUses() {
        try {
            if (!uses.writeLock().tryLock(USE_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("Adapter {} is still in use by a replay and goes all the same", id());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    void stop() {
        awaitUses();
        try {
            context.stop();
        } catch (RuntimeException e) {
            LOG.warn("The Camel context of adapter {} did not stop cleanly: {}", id(), e.toString());
        }
    }
}
