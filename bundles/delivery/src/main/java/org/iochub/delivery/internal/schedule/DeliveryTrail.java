package org.iochub.delivery.internal.schedule;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.iochub.core.audit.AuditEvent;
import org.iochub.core.audit.AuditLog;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes down who was sent how much, gathered for a while, and what the hub decided by itself. While the store is down
 * entries wait, up to a limit. Safe for any number of threads.
 */
public final class DeliveryTrail implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(DeliveryTrail.class);
    private static final Duration GATHER = Duration.ofSeconds(10);
    private static final int MOST_WAITING = 10_000;

    private final AuditLog log;
    private final Map<AuditEvent, Counts> waiting = new LinkedHashMap<>();
    private final ScheduledExecutorService writer = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "hub-delivery-audit");
        thread.setDaemon(true);
        return thread;
    });

    private record Counts(long deliveries, long records) {
        Counts plus(Counts more) {
            return new Counts(deliveries + more.deliveries(), records + more.records());
        }
    }

    public DeliveryTrail(AuditLog log) {
        this.log = log;
        writer.scheduleWithFixedDelay(this::flush, GATHER.toMillis(), GATHER.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** A batch was acknowledged. */
    public void delivered(AuditEvent event, long records) {
        add(event, new Counts(1, records));
    }

    /** The hub decided something; written down as soon as the store can. */
    public void decided(String action, String target, Map<String, String> detail) {
        add(new AuditEvent("hub", "", action, target, detail), new Counts(0, 0));
        writer.execute(this::flush);
    }

    private synchronized void add(AuditEvent event, Counts counts) {
        if (waiting.size() < MOST_WAITING || waiting.containsKey(event)) {
            waiting.merge(event, counts, Counts::plus);
        }
    }

    private void flush() {
        Map<AuditEvent, Counts> taken;
        synchronized (this) {
            taken = new LinkedHashMap<>(waiting);
            waiting.clear();
        }
        if (taken.isEmpty()) {
            return;
        }
        List<AuditEvent> events = new ArrayList<>();
        taken.forEach((event, counts) -> events.add(counted(event, counts)));
        try {
            log.append(events);
        } catch (RuntimeException e) {
            LOG.debug("audit entries wait", e);
            taken.forEach(this::add);
        }
    }

    private static AuditEvent counted(AuditEvent event, Counts counts) {
        Map<String, String> detail = new TreeMap<>(event.detail());
        if (counts.deliveries() > 0) {
            detail.put("deliveries", Long.toString(counts.deliveries()));
            detail.put("records", Long.toString(counts.records()));
        }
        return new AuditEvent(event.actor(), event.name(), event.action(), event.target(), detail);
    }

    @Override
    public void close() {
        writer.shutdown();
        flush();
    }
}
