package org.iochub.cluster.internal;

import com.hazelcast.core.Hazelcast;
import com.hazelcast.core.HazelcastInstance;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Modified;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * This node's Hazelcast member. It starts beside the hub, not before it: whoever uses it gets along without one, and
 * hears when it is up.
 */
@Component(service = Grid.class, configurationPid = "org.iochub.hub")
public final class Grid {
    private static final Logger LOG = LoggerFactory.getLogger(Grid.class);
    private static final long RETRY_SECONDS = 30;

    private final ScheduledExecutorService starter =
            Executors.newSingleThreadScheduledExecutor(Threads.named("hub-cluster"));
    private final List<Consumer<HazelcastInstance>> users = new CopyOnWriteArrayList<>();
    private final String node;
    private volatile Settings settings;
    private volatile Optional<HazelcastInstance> member = Optional.empty();
    private volatile boolean tried;

    /** What of the hub's configuration matters here. */
    private record Settings(String hub, String members) {
        static Settings of(Map<String, Object> properties) {
            return new Settings(text(properties, "id", "hub"), text(properties, "clusterMembers", ""));
        }

        private static String text(Map<String, Object> properties, String key, String byDefault) {
            String value =
                    String.valueOf(properties.getOrDefault(key, byDefault)).trim();
            return value.isEmpty() ? byDefault : value;
        }
    }

    @Activate
    public Grid(Map<String, Object> properties) {
        settings = Settings.of(properties);
        byte[] tail = new byte[3];
        ThreadLocalRandom.current().nextBytes(tail);
        node = settings.hub() + "-" + HexFormat.of().formatHex(tail);
        starter.execute(this::start);
    }

    /** Any other change of the hub's configuration leaves the member as it is. */
    @Modified
    void modified(Map<String, Object> properties) {
        Settings changed = Settings.of(properties);
        if (!changed.equals(settings)) {
            settings = changed;
            starter.execute(() -> {
                shutDown();
                tried = false;
                start();
            });
        }
    }

    @Deactivate
    void stop() throws InterruptedException {
        starter.shutdownNow();
        starter.awaitTermination(20, TimeUnit.SECONDS);
        shutDown();
    }

    String node() {
        return node;
    }

    /** Whether other nodes are to be expected. */
    boolean clustered() {
        return !settings.members().isEmpty();
    }

    /** Whether the outcome of the first start is still open. */
    boolean starting() {
        return !tried;
    }

    Optional<HazelcastInstance> member() {
        return member.filter(instance -> instance.getLifecycleService().isRunning());
    }

    /** Calls back with the member there is and with every later one. */
    void whenUp(Consumer<HazelcastInstance> user) {
        starter.execute(() -> {
            users.add(user);
            member().ifPresent(user);
        });
    }

    void forget(Consumer<HazelcastInstance> user) {
        users.remove(user);
    }

    private void start() {
        Settings now = settings;
        // Hazelcast finds its services by the thread's class loader: it must be its own, not a bundle's.
        Thread current = Thread.currentThread();
        ClassLoader before = current.getContextClassLoader();
        current.setContextClassLoader(HazelcastInstance.class.getClassLoader());
        try {
            HazelcastInstance up =
                    Hazelcast.newHazelcastInstance(MemberConfig.of(now.hub(), node, MemberAddress.list(now.members())));
            member = Optional.of(up);
            LOG.info(
                    "Cluster member {} is up at {}, {} in all",
                    node,
                    up.getCluster().getLocalMember().getSocketAddress(),
                    up.getCluster().getMembers().size());
            users.forEach(user -> user.accept(up));
        } catch (IllegalArgumentException e) {
            LOG.error("No clustering, this node works alone: {}", e.getMessage());
        } catch (RuntimeException e) {
            LOG.warn("No cluster member, this node works alone; next try in {} s", RETRY_SECONDS, e);
            if (!starter.isShutdown()) {
                starter.schedule(this::start, RETRY_SECONDS, TimeUnit.SECONDS);
            }
        } finally {
            tried = true;
            current.setContextClassLoader(before);
        }
    }

    private void shutDown() {
        Optional<HazelcastInstance> down = member;
        member = Optional.empty();
        try {
            down.ifPresent(HazelcastInstance::shutdown);
        } catch (RuntimeException e) {
            LOG.warn("The cluster member did not end in order: {}", e.toString());
        }
    }
}
