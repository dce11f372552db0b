package org.iochub.management.internal;

import java.lang.management.ManagementFactory;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.iochub.core.alert.AlertSeverity;
import org.iochub.core.alert.Alerts;
import org.iochub.core.log.FeedLog;
import org.iochub.core.quarantine.Quarantine;
import org.iochub.core.quarantine.QuarantineFilter;
import org.iochub.core.source.SourceStatus;
import org.iochub.core.source.Sources;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps an MBean for the feed and one for each source, in the machine's own MBean server: whoever may attach to the
 * process reads them; no port is opened.
 */
@Component(
        service = {},
        immediate = true)
public final class Management {
    private static final Logger LOG = LoggerFactory.getLogger(Management.class);
    private static final String DOMAIN = "org.iochub";
    private static final long EVERY_SECONDS = 15;

    private final Sources sources;
    private final MBeanServer server;
    private final ScheduledExecutorService thread;
    private final Map<String, ObjectName> registered = new HashMap<>();
    private final Set<ObjectName> fixed = new HashSet<>();

    @Activate
    public Management(
            @Reference Sources sources,
            @Reference FeedLog log,
            @Reference Quarantine quarantine,
            @Reference Alerts alerts) {
        this.sources = sources;
        server = ManagementFactory.getPlatformMBeanServer();
        register(Map.of("type", "Feed"), new FeedFigures(log, quarantine, alerts))
                .ifPresent(fixed::add);
        thread = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread worker = new Thread(work, "hub-management");
            worker.setDaemon(true);
            return worker;
        });
        thread.scheduleWithFixedDelay(this::quietly, 0, EVERY_SECONDS, TimeUnit.SECONDS);
    }

    private void quietly() {
        try {
            look();
        } catch (RuntimeException e) {
            LOG.debug("the sources could not be listed", e);
        }
    }

    /** Takes in the sources that came, and out those that went. */
    synchronized void look() {
        Set<String> there = sources.list().stream().map(SourceStatus::id).collect(Collectors.toSet());
        for (String gone : Set.copyOf(registered.keySet())) {
            if (!there.contains(gone)) {
                unregister(registered.remove(gone));
            }
        }
        for (String id : there) {
            if (!registered.containsKey(id)) {
                register(
                                Map.of("type", "Source", "name", ObjectName.quote(id)),
                                new SourceFigures(() -> sources.get(id)))
                        .ifPresent(name -> registered.put(id, name));
            }
        }
    }

    private java.util.Optional<ObjectName> register(Map<String, String> keys, Object bean) {
        try {
            ObjectName name = new ObjectName(DOMAIN, new java.util.Hashtable<>(keys));
            server.registerMBean(bean, name);
            return java.util.Optional.of(name);
        } catch (JMException e) {
            LOG.warn("No MBean for {}: {}", keys, e.toString());
            return java.util.Optional.empty();
        }
    }

    private void unregister(ObjectName name) {
        try {
            server.unregisterMBean(name);
        } catch (JMException e) {
            LOG.debug("not there", e);
        }
    }

    @Deactivate
    synchronized void stop() {
        thread.shutdownNow();
        registered.values().forEach(this::unregister);
        fixed.forEach(this::unregister);
        registered.clear();
    }

    private record FeedFigures(FeedLog log, Quarantine quarantine, Alerts alerts) implements FeedFiguresMXBean {
        @Override
        public long getSequence() {
            return log.head().position();
        }

        @Override
        public long getOldest() {
            return log.head().oldest();
        }

        @Override
        public Map<String, Long> getSequences() {
            return new TreeMap<>(log.positions());
        }

        @Override
        public long getOpenQuarantine() {
            return quarantine.count(QuarantineFilter.all());
        }

        @Override
        public Map<String, Long> getAlertsFiring() {
            Map<String, Long> counts = new TreeMap<>();
            for (AlertSeverity severity : AlertSeverity.values()) {
                counts.put(
                        severity.wireName(),
                        alerts.firing().stream()
                                .filter(alert -> alert.severity() == severity)
                                .count());
            }
            return counts;
        }
    }
}
