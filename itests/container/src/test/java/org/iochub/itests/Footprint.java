package org.iochub.itests;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import javax.management.MBeanServer;
import javax.management.MalformedObjectNameException;
import javax.management.ObjectName;
import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;

/**
 * What a running hub holds of things that are easily left behind.
 *
 * @param files open handles; 0 where the system does not tell
 */
record Footprint(int threads, int mbeans, int services, int bundles, int files) {
    /** Pools of the hub and its server breathe with the load; what is left behind in every round goes beyond this. */
    private static final int BREATH = 4;

    static Footprint of(BundleContext context) throws IOException {
        try {
            return new Footprint(
                    ManagementFactory.getThreadMXBean().getThreadCount(),
                    foreignMBeans(),
                    Optional.ofNullable(context.getAllServiceReferences(null, null))
                            .map(all -> all.length)
                            .orElse(0),
                    context.getBundles().length,
                    openFiles());
        } catch (InvalidSyntaxException | MalformedObjectNameException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The hub's own are there for each source that is configured, some seconds later than the source. */
    private static int foreignMBeans() throws MalformedObjectNameException {
        MBeanServer server = ManagementFactory.getPlatformMBeanServer();
        return server.getMBeanCount()
                - server.queryNames(new ObjectName("org.iochub:*"), null).size();
    }

    private static int openFiles() throws IOException {
        Path handles = Path.of("/proc/self/fd");
        if (!Files.isDirectory(handles)) {
            return 0;
        }
        try (Stream<Path> all = Files.list(handles)) {
            return (int) all.count();
        }
    }

    /** Waits until no more is held than before. */
    void awaitNoMore(BundleContext context) throws Exception {
        try {
            Await.until(
                    "as little as before",
                    Duration.ofSeconds(60),
                    () -> Footprint.of(context).within(this));
        } catch (AssertionError e) {
            // Without its cause, which is all that the test's runner would print.
            throw new AssertionError(
                    e.getMessage() + "; before: " + this + ", now: " + of(context) + ", " + threadNames());
        }
    }

    private boolean within(Footprint before) {
        return threads <= before.threads + BREATH
                && mbeans <= before.mbeans
                && services <= before.services
                && bundles <= before.bundles
                && files <= before.files + BREATH;
    }

    private static String threadNames() {
        return String.join(
                ", ",
                Thread.getAllStackTraces().keySet().stream()
                        .map(Thread::getName)
                        .sorted()
                        .toList());
    }
}
