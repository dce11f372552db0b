package org.iochub.alerts.internal.send;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Empties one channel's outbox on a thread of its own, and tries again for as long as it takes. */
public final class Courier implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Courier.class);
    private final Channel channel;
    private final Outbox outbox;
    private final Runnable changed;
    private final Duration first;
    private final Duration cap;
    private final ScheduledExecutorService thread;
    private int failures;

    /** @param changed the outbox is not what it was: keep it @param first wait after a failure, doubled up to the cap */
    public Courier(Channel channel, Outbox outbox, Runnable changed, Duration first, Duration cap) {
        this.channel = channel;
        this.outbox = outbox;
        this.changed = changed;
        this.first = first;
        this.cap = cap;
        ScheduledThreadPoolExecutor pool = new ScheduledThreadPoolExecutor(1, work -> {
            Thread worker = new Thread(work, "hub-alerts-" + channel.name());
            worker.setDaemon(true);
            return worker;
        });
        pool.setRemoveOnCancelPolicy(true);
        thread = pool;
    }

    public String name() {
        return channel.name();
    }

    public Outbox outbox() {
        return outbox;
    }

    /** There may be something to tell. */
    public void wake() {
        if (!thread.isShutdown()) {
            thread.execute(() -> {
                // While it waits after a failure, more of the same changes nothing.
                if (failures == 0) {
                    attempt();
                }
            });
        }
    }

    private void attempt() {
        Outbox.Content content = outbox.content();
        if (content.notices().isEmpty()) {
            failures = 0;
            return;
        }
        try {
            channel.send(content.notices(), content.lost(), told -> {
                outbox.told(told, content.lost());
                changed.run();
            });
            failures = 0;
            wake();
        } catch (IOException | RuntimeException e) {
            failures++;
            long wait = Math.min(cap.toMillis(), first.toMillis() << Math.min(failures - 1, 20));
            LOG.warn(
                    "Alerts could not be sent by {} ({} waiting), trying again in {} s: {}",
                    channel.name(),
                    content.notices().size(),
                    wait / 1_000,
                    e.toString());
            if (!thread.isShutdown()) {
                thread.schedule(this::attempt, wait, TimeUnit.MILLISECONDS);
            }
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
