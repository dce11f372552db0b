package org.iochub.routes.environmentstations.internal;

import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.LongSupplier;
import org.apache.camel.component.file.GenericFile;
import org.apache.camel.component.file.GenericFileFilter;

/**
 * Lets text files through whose size and time have stood still for a while: a file that grows is still being uploaded.
 * Compares listings with each other and never with a clock, because the server's clock and zone are its own. Used by one
 * thread, that of the polls.
 */
final class StableFiles<F> implements GenericFileFilter<F> {
    private record Seen(long length, long modified, long since, long poll) {}

    private final long nanos;
    private final LongSupplier clock;
    private final Map<String, Seen> seen = new HashMap<>();
    private long poll;

    StableFiles(Duration stableFor, LongSupplier clock) {
        this.nanos = stableFor.toNanos();
        this.clock = clock;
    }

    @Override
    public boolean accept(GenericFile<F> file) {
        if (file.isDirectory()) {
            return true;
        }
        if (!file.getFileNameOnly().toLowerCase(Locale.ROOT).endsWith(".txt")) {
            return false;
        }
        long now = clock.getAsLong();
        Seen before = seen.get(file.getAbsoluteFilePath());
        boolean same = before != null
                && before.length() == file.getFileLength()
                && before.modified() == file.getLastModified();
        long since = same ? before.since() : now;
        seen.put(file.getAbsoluteFilePath(), new Seen(file.getFileLength(), file.getLastModified(), since, poll));
        return now - since >= nanos;
    }

    /** A complete look at the directory has ended: what it did not show is gone. */
    void polled() {
        seen.values().removeIf(file -> file.poll() < poll);
        poll++;
    }
}
