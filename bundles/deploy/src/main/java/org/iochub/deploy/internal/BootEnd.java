package org.iochub.deploy.internal;

import java.time.Duration;
import org.osgi.framework.BundleContext;

/**
 * Knows when the container has started what belongs to it: a file judged before would be refused for lack of something
 * that comes a second later.
 */
final class BootEnd {
    /** Registered by Karaf when every boot feature runs. Where there is no Karaf, nothing is waited for. */
    private static final String FEATURES = "org.apache.karaf.features.FeaturesService";

    private static final String FINISHED = "org.apache.karaf.features.BootFinished";
    private static final Duration AT_MOST = Duration.ofMinutes(2);

    private final BundleContext context;
    private final long end = System.nanoTime() + AT_MOST.toNanos();
    private boolean reached;

    BootEnd(BundleContext context) {
        this.context = context;
    }

    boolean reached() {
        reached = reached
                || context.getServiceReference(FINISHED) != null
                || context.getServiceReference(FEATURES) == null
                || System.nanoTime() - end > 0;
        return reached;
    }
}
