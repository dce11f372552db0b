package org.iochub.declarative.internal.fetch.files;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.LongSupplier;
import org.apache.camel.component.file.GenericFile;
import org.apache.camel.component.file.GenericFileFilter;

/**
 * Lets the files through that belong to the source and whose size and time have stood still for a while: a file that
 * grows is still being written. Compares listings with each other and never with a clock, because the server's clock and
 * zone are its own. What was taken and is to stay where it is does not come again unless it changed; what was taken and
 * should be gone could not be moved or deleted, and comes again after a while so that it is. Remembers no more files than
 * the last listing had. Used by one thread, that of the polls.
 */
final class FileFilter<T> implements GenericFileFilter<T> {
    private record Seen(long length, long modified, long since, long poll, OptionalLong takenAt) {}

    private static final long AGAIN_NANOS = Duration.ofSeconds(10).toNanos();

    private final FilePlan plan;
    private final long settleNanos;
    private final LongSupplier clock;
    private final Map<String, Seen> seen = new HashMap<>();
    private long poll;

    FileFilter(FilePlan plan, Duration settle, LongSupplier clock) {
        this.plan = plan;
        this.settleNanos = settle.toNanos();
        this.clock = clock;
    }

    @Override
    public boolean accept(GenericFile<T> file) {
        String path = path(file);
        boolean moved = plan.after() == FilePlan.After.MOVE
                && (path.equals(plan.moveTo()) || path.startsWith(plan.moveTo() + "/"));
        if (moved) {
            return false;
        }
        if (file.isDirectory()) {
            return true;
        }
        if (!plan.includes(path) || plan.done().filter(path::endsWith).isPresent()) {
            return false;
        }
        long now = clock.getAsLong();
        Seen before = seen.get(path);
        boolean same = before != null
                && before.length() == file.getFileLength()
                && before.modified() == file.getLastModified();
        Seen here = new Seen(
                file.getFileLength(),
                file.getLastModified(),
                same ? before.since() : now,
                poll,
                same ? before.takenAt() : OptionalLong.empty());
        seen.put(path, here);
        return now - here.since() >= settleNanos && (here.takenAt().isEmpty() || shouldBeGone(here, now));
    }

    private boolean shouldBeGone(Seen file, long now) {
        return plan.after() != FilePlan.After.KEEP && now - file.takenAt().orElse(now) >= AGAIN_NANOS;
    }

    private static String path(GenericFile<?> file) {
        String path = file.getRelativeFilePath().replace('\\', '/');
        return path.startsWith("/") ? path.substring(1) : path;
    }

    /** The file's records are durable. */
    void taken(GenericFile<?> file) {
        OptionalLong now = OptionalLong.of(clock.getAsLong());
        seen.computeIfPresent(
                path(file), (path, was) -> new Seen(was.length(), was.modified(), was.since(), was.poll(), now));
    }

    /** A complete look at the directory has ended: what it did not show is gone. */
    void polled() {
        seen.values().removeIf(file -> file.poll() < poll);
        poll++;
    }
}
