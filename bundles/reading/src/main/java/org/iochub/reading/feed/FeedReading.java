package org.iochub.reading.feed;

import java.util.ArrayList;
import java.util.List;
import org.iochub.core.log.FeedLog;
import org.iochub.core.log.FeedSlice;
import org.iochub.reading.scope.Scope;
import org.iochub.reading.scope.Shown;

/** Reads a page of a feed, with bounded work: a stretch the reader sees nothing of only moves its cursor. */
public final class FeedReading {
    private static final int MOST_SLICES = 16;
    /** Of data in one answer; held in memory because the cursor behind it goes out before it. */
    private static final long MOST_BYTES = 16L << 20;

    private final FeedLog log;

    public FeedReading(FeedLog log) {
        this.log = log;
    }

    public FeedPage read(Scope scope, long after, int limit) {
        return read(scope, after, limit, MOST_BYTES);
    }

    /** @param mostBytes stops after the record with which the data read passes this */
    public FeedPage read(Scope scope, long after, int limit, long mostBytes) {
        List<Shown> records = new ArrayList<>();
        long next = after;
        long bytes = 0;
        if (scope.isEmpty()) {
            return new FeedPage(records, Math.max(after, log.head().position()), false);
        }
        for (int slice = 0; slice < MOST_SLICES; slice++) {
            FeedSlice read = log.read(scope.filter(), next, limit - records.size(), mostBytes - bytes);
            next = Math.max(next, read.scannedTo());
            read.records().forEach(record -> scope.inFeed(record).ifPresent(records::add));
            bytes += read.records().stream()
                    .mapToLong(record -> record.data().length)
                    .sum();
            if (!read.more() || records.size() >= limit || bytes >= mostBytes) {
                return new FeedPage(records, next, read.more());
            }
        }
        return new FeedPage(records, next, true);
    }
}
