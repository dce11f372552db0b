package org.iochub.cluster.internal;

import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.topic.ITopic;
import com.hazelcast.topic.Message;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.iochub.core.log.FeedBell;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Rings here at once and on the other nodes a moment later; many rings in a row cross the network as one. */
@Component(service = FeedBell.class)
public final class ClusterFeedBell implements FeedBell {
    private static final Logger LOG = LoggerFactory.getLogger(ClusterFeedBell.class);
    private static final String TOPIC = "hub-feed";
    private static final long GATHER_MILLIS = 10;

    private final Bell bell = new Bell();
    private final AtomicBoolean scheduled = new AtomicBoolean();
    private final ScheduledExecutorService sender =
            Executors.newSingleThreadScheduledExecutor(Threads.named("hub-feed-bell"));
    private final Consumer<HazelcastInstance> join = this::join;
    private final Grid grid;

    @Activate
    public ClusterFeedBell(@Reference Grid grid) {
        this.grid = grid;
        grid.whenUp(join);
    }

    @Deactivate
    void stop() {
        grid.forget(join);
        sender.shutdownNow();
    }

    @Override
    public void ring(long position) {
        bell.ring(position);
        tellOthers();
    }

    @Override
    public long heard() {
        return bell.heard();
    }

    @Override
    public boolean await(long after, Duration atMost) throws InterruptedException {
        return bell.await(after, atMost);
    }

    @Override
    public Listening listen(LongConsumer onRing) {
        return bell.listen(onRing);
    }

    private void join(HazelcastInstance instance) {
        instance.<Long>getTopic(TOPIC).addMessageListener(this::heardElsewhere);
        // Whoever knows of a later position answers: a node that comes late learns at once how far the log has grown.
        tellOthers();
    }

    private void heardElsewhere(Message<Long> message) {
        boolean own = message.getPublishingMember() != null
                && message.getPublishingMember().localMember();
        if (own) {
            return;
        }
        long position = message.getMessageObject();
        if (position < bell.heard()) {
            tellOthers();
        } else if (position > bell.heard()) {
            bell.ring(position);
        }
    }

    private void tellOthers() {
        if (grid.clustered() && scheduled.compareAndSet(false, true)) {
            try {
                sender.schedule(this::publish, GATHER_MILLIS, TimeUnit.MILLISECONDS);
            } catch (RejectedExecutionException e) {
                scheduled.set(false);
            }
        }
    }

    private void publish() {
        scheduled.set(false);
        try {
            grid.member()
                    .filter(instance -> instance.getCluster().getMembers().size() > 1)
                    .ifPresent(instance -> {
                        ITopic<Long> topic = instance.getTopic(TOPIC);
                        topic.publish(bell.heard());
                    });
        } catch (RuntimeException e) {
            LOG.debug("The other nodes did not hear of position {}; they poll", bell.heard(), e);
        }
    }
}
