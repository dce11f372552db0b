package org.iochub.feed.internal.feed;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongFunction;
import org.iochub.reading.scope.Scope;

/**
 * What streams with one scope have in common: a page is read, masked and written out once for all of them. Between two
 * positions of one log nothing ever changes, so a page that was read stays right.
 */
final class SharedPages {
    /** Of one scope; a crowd of readers is at the end of the log, within a few pages of each other. */
    private static final int MOST_PAGES = 8;
    /** Of all scopes together. */
    private static final long MOST_BYTES = 32L << 20;

    private final Map<Key, Group> groups = new ConcurrentHashMap<>();
    private final AtomicLong bytes = new AtomicLong();

    /**
     * A page as it goes out.
     *
     * @param events empty when there is none
     * @param next the position to go on from
     * @param more whether the log held more behind {@code next} when it was read
     */
    record Page(byte[] events, long next, boolean more) {
        boolean isEmpty() {
            return events.length == 0;
        }
    }

    /** @param epoch of the log that the readers' cursors belong to */
    record Key(Scope scope, String epoch) {}

    /** Takes part; {@link Group#leave()} ends it. */
    Group join(Scope scope, String epoch) {
        return groups.compute(new Key(scope, epoch), (key, known) -> {
            Group group = known == null ? new Group(key) : known;
            group.members++;
            return group;
        });
    }

    int size() {
        return groups.size();
    }

    /** Readers with one scope. */
    final class Group {
        private final Key key;
        /** Changed under the map's lock of the key. */
        private volatile int members;
        /** By the position they begin behind, the oldest first. */
        private final Map<Long, Page> pages = new LinkedHashMap<>();

        private Group(Key key) {
            this.key = key;
        }

        Scope scope() {
            return key.scope();
        }

        String epoch() {
            return key.epoch();
        }

        /** The page behind a position: one that was read already, or what {@code reading} gives. */
        synchronized Page page(long after, LongFunction<Page> reading) {
            Page known = pages.get(after);
            if (known != null) {
                return known;
            }
            // Under the lock: whoever wants the same page meanwhile gets this one.
            Page read = reading.apply(after);
            if (!read.isEmpty() && members > 1) {
                keep(after, read);
            }
            return read;
        }

        private void keep(long after, Page page) {
            while (pages.size() >= MOST_PAGES) {
                long oldest = pages.keySet().iterator().next();
                bytes.addAndGet(-pages.remove(oldest).events().length);
            }
            if (bytes.addAndGet(page.events().length) > MOST_BYTES) {
                bytes.addAndGet(-page.events().length);
            } else {
                pages.put(after, page);
            }
        }

        void leave() {
            groups.computeIfPresent(key, (same, group) -> --group.members > 0 ? group : null);
            if (members == 0) {
                drop();
            }
        }

        private synchronized void drop() {
            pages.values().forEach(page -> bytes.addAndGet(-page.events().length));
            pages.clear();
        }
    }
}
