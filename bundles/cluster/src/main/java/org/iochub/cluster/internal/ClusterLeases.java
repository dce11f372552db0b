package org.iochub.cluster.internal;

import com.hazelcast.cluster.MembershipAdapter;
import com.hazelcast.cluster.MembershipEvent;
import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.map.listener.EntryExpiredListener;
import com.hazelcast.map.listener.EntryRemovedListener;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.iochub.core.cluster.Leases;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Leases kept by a heartbeat. A node without a cluster, or one whose member could not start, grants at once; a node
 * that cannot ask the others for a while keeps what it has, since the store's fencing token settles who is right. A
 * request is over once it was granted and lost again.
 */
@Component(service = Leases.class)
public final class ClusterLeases implements Leases {
    private static final Logger LOG = LoggerFactory.getLogger(ClusterLeases.class);
    private static final Duration KEPT = Duration.ofSeconds(15);

    private final Map<String, Claim> claims = new ConcurrentHashMap<>();
    private final ScheduledExecutorService keeper =
            Executors.newSingleThreadScheduledExecutor(Threads.named("hub-leases"));
    private final ExecutorService callbacks = Executors.newCachedThreadPool(Threads.named("hub-lease-callback"));
    private final Consumer<HazelcastInstance> join = this::join;
    private final Grid grid;
    private final Duration kept;

    @Activate
    public ClusterLeases(@Reference Grid grid) {
        this(grid, KEPT);
    }

    ClusterLeases(Grid grid, Duration kept) {
        this.grid = grid;
        this.kept = kept;
        long beat = kept.toMillis() / 3;
        keeper.scheduleWithFixedDelay(this::beat, beat, beat, TimeUnit.MILLISECONDS);
        grid.whenUp(join);
    }

    @Deactivate
    void stop() throws InterruptedException {
        grid.forget(join);
        keeper.execute(() -> claims.values().forEach(this::giveUp));
        keeper.shutdown();
        keeper.awaitTermination(5, TimeUnit.SECONDS);
        callbacks.shutdown();
    }

    @Override
    public String node() {
        return grid.node();
    }

    @Override
    public void request(String source, Runnable granted, Runnable lost) {
        Claim claim = new Claim(source, granted, lost, callbacks);
        claims.put(source, claim);
        soon(() -> keep(claim));
    }

    @Override
    public void release(String source) {
        Optional.ofNullable(claims.remove(source))
                .ifPresent(claim -> soon(() -> {
                    if (!claims.containsKey(source)) {
                        giveUp(claim);
                    }
                }));
    }

    private void join(HazelcastInstance instance) {
        var leases = instance.<String, String>getMap(LeaseTable.MAP);
        leases.addEntryListener((EntryRemovedListener<String, String>) event -> soon(this::beat), false);
        leases.addEntryListener((EntryExpiredListener<String, String>) event -> soon(this::beat), false);
        instance.getCluster().addMembershipListener(new MembershipAdapter() {
            @Override
            public void memberRemoved(MembershipEvent event) {
                String gone = String.valueOf(event.getMember().getAttribute(MemberConfig.NODE));
                soon(() -> table().ifPresent(table -> table.free(gone)));
            }
        });
        soon(this::beat);
    }

    private void soon(Runnable work) {
        try {
            keeper.execute(() -> {
                try {
                    work.run();
                } catch (RuntimeException e) {
                    LOG.debug("The other nodes could not be asked", e);
                }
            });
        } catch (RejectedExecutionException e) {
            LOG.trace("Stopping: nothing more to keep");
        }
    }

    private void beat() {
        claims.values().forEach(this::keep);
    }

    private void keep(Claim claim) {
        if (claims.get(claim.source()) != claim) {
            return;
        }
        if (grid.clustered() && grid.starting()) {
            return; // whether there are others will be known in a moment
        }
        boolean mine;
        try {
            mine = table().map(table -> table.hold(claim.source())).orElse(true);
        } catch (RuntimeException e) {
            LOG.debug("The lease of {} could not be renewed; it stays as it is", claim.source(), e);
            return;
        }
        if (mine && !claim.held()) {
            LOG.debug("{} runs on {}", claim.source(), node());
            claim.grant();
        } else if (!mine && claim.held()) {
            LOG.info("Another node runs {} now", claim.source());
            claims.remove(claim.source(), claim);
            claim.lose();
        }
    }

    private void giveUp(Claim claim) {
        if (claim.held()) {
            try {
                table().ifPresent(table -> table.giveUp(claim.source()));
            } catch (RuntimeException e) {
                LOG.debug("The lease of {} could not be given back; it runs out", claim.source(), e);
            }
        }
    }

    /** Empty when this node works alone. */
    private Optional<LeaseTable> table() {
        return grid.clustered()
                ? grid.member().map(member -> new LeaseTable(member.getMap(LeaseTable.MAP), grid.node(), kept))
                : Optional.empty();
    }
}
