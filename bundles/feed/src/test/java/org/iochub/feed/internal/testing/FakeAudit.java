package org.iochub.feed.internal.testing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.iochub.core.audit.AuditCheck;
import org.iochub.core.audit.AuditEntry;
import org.iochub.core.audit.AuditEvent;
import org.iochub.core.audit.AuditFilter;
import org.iochub.core.audit.AuditLog;
import org.iochub.model.FaultException;

/** A trail in memory that can be away for a while. */
public final class FakeAudit implements AuditLog {
    private final List<AuditEntry> entries = new ArrayList<>();
    private volatile boolean down;

    public void down(boolean now) {
        down = now;
    }

    @Override
    public synchronized void append(List<AuditEvent> events) {
        if (down) {
            throw FaultException.of("store-down", "", "Kho đang đóng.", "The store is down.");
        }
        events.forEach(event ->
                entries.add(new AuditEntry(entries.size() + 1L, Instant.EPOCH, event, "hash-" + entries.size())));
    }

    @Override
    public synchronized List<AuditEntry> list(AuditFilter filter, long before, int limit) {
        List<AuditEntry> found = new ArrayList<>(entries.stream()
                .filter(entry -> entry.no() < before)
                .filter(entry ->
                        filter.actor().map(entry.event().actor()::equals).orElse(true))
                .filter(entry ->
                        filter.action().map(entry.event().action()::equals).orElse(true))
                .toList());
        java.util.Collections.reverse(found);
        return found.stream().limit(limit).toList();
    }

    @Override
    public synchronized AuditCheck verify() {
        return new AuditCheck(1, entries.size(), "head", OptionalLong.empty());
    }
}
