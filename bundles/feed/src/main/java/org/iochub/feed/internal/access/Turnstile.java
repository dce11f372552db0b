package org.iochub.feed.internal.access;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/**
 * Lets a caller have so many requests under way. An entry that was never handed back, because its connection broke at a
 * bad moment, stops counting after a while.
 */
public final class Turnstile {
    private static final long FORGOTTEN = Duration.ofMinutes(5).toNanos();
    private final int places;
    private final LongSupplier nanos;
    private final Map<String, Set<Entry>> inside = new ConcurrentHashMap<>();

    public Turnstile(int places, LongSupplier nanos) {
        this.places = places;
        this.nanos = nanos;
    }

    /** @return whether there was a place; {@link Entry#leave()} gives it back */
    public boolean enter(Entry entry) {
        boolean[] entered = {false};
        inside.compute(entry.caller, (caller, before) -> {
            Set<Entry> entries = before == null ? ConcurrentHashMap.newKeySet() : before;
            entries.removeIf(old -> nanos.getAsLong() - old.since > FORGOTTEN);
            if (entries.size() < places) {
                entries.add(entry);
                entered[0] = true;
            }
            return entries;
        });
        return entered[0];
    }

    public Entry entry(String caller) {
        return new Entry(caller, nanos.getAsLong());
    }

    /** One request under way. */
    public final class Entry {
        private final String caller;
        private final long since;

        private Entry(String caller, long since) {
            this.caller = caller;
            this.since = since;
        }

        public void leave() {
            inside.computeIfPresent(caller, (same, entries) -> {
                entries.remove(this);
                return entries.isEmpty() ? null : entries;
            });
        }
    }
}
