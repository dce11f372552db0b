package org.iochub.feed.internal.audit;

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
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings what callers do to the audit trail: changes at once, readings gathered for a second, so that a reader who asks a
 * hundred times a second makes one entry with a count. While the store is down entries wait, up to a limit.
 */
@Component(service = AccessTrail.class)
public final class AccessTrail {
    private static final Logger LOG = LoggerFactory.getLogger(AccessTrail.class);
    private static final long GATHER_MILLIS = 1_000;
    private static final int MOST_WAITING = 10_000;

    private final AuditLog log;
    private final Map<AuditEvent, Counts> readings = new LinkedHashMap<>();
    private final ScheduledExecutorService writer =
            Executors.newSingleThreadScheduledExecutor(work -> new Thread(work, "hub-audit"));
    private long lost;

    /** How often, and how many records in all. */
    private record Counts(long requests, long records) {
        Counts plus(long more) {
            return new Counts(requests + 1, records + more);
        }
    }

    @Activate
    public AccessTrail(@Reference AuditLog log) {
        this.log = log;
        writer.scheduleWithFixedDelay(this::flush, GATHER_MILLIS, GATHER_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** Somebody read something; equal events within a second become one. */
    public synchronized void read(AuditEvent event, long records) {
        Counts before = readings.get(event);
        if (before == null && readings.size() >= MOST_WAITING) {
            lost++;
            return;
        }
        readings.put(event, (before == null ? new Counts(0, 0) : before).plus(records));
    }

    /** Somebody changed something: written down when this returns, or as soon as the store is back. */
    public void changed(AuditEvent event) {
        flush();
        try {
            log.append(List.of(event));
        } catch (RuntimeException e) {
            LOG.warn("An audit entry waits: {}", e.toString());
            read(event, 0);
        }
    }

    private void flush() {
        Map<AuditEvent, Counts> taken;
        long missing;
        synchronized (this) {
            taken = new LinkedHashMap<>(readings);
            readings.clear();
            missing = lost;
            lost = 0;
        }
        List<AuditEvent> events = new ArrayList<>();
        taken.forEach((event, counts) -> events.add(counted(event, counts)));
        if (missing > 0) {
            events.add(new AuditEvent("hub", "", "audit-lost", "", Map.of("requests", Long.toString(missing))));
        }
        try {
            log.append(events);
        } catch (RuntimeException e) {
            LOG.debug("audit entries wait", e);
            giveBack(taken, missing);
        }
    }

    private synchronized void giveBack(Map<AuditEvent, Counts> taken, long missing) {
        lost += missing;
        taken.forEach((event, counts) -> {
            if (readings.size() < MOST_WAITING || readings.containsKey(event)) {
                readings.merge(
                        event, counts, (a, b) -> new Counts(a.requests() + b.requests(), a.records() + b.records()));
            } else {
                lost += counts.requests();
            }
        });
    }

    private static AuditEvent counted(AuditEvent event, Counts counts) {
        Map<String, String> detail = new TreeMap<>(event.detail());
        if (counts.requests() > 1) {
            detail.put("requests", Long.toString(counts.requests()));
        }
        if (counts.records() > 0) {
            detail.put("records", Long.toString(counts.records()));
        }
        return new AuditEvent(event.actor(), event.name(), event.action(), event.target(), detail);
    }

    @Deactivate
    public void stop() {
        writer.shutdown();
        flush();
    }
}
