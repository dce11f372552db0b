package org.iochub.shell.internal;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.iochub.core.log.FeedFilter;
import org.iochub.core.log.FeedHead;
import org.iochub.core.log.FeedLog;
import org.iochub.core.log.FeedSlice;
import org.iochub.core.log.LoggedRecord;

/** Finds the last records of a log that is only read forwards. */
final class FeedTail {
    static final int PAGE = 500;
    static final long MAX_BYTES = 4L << 20;

    private final FeedLog log;
    private final FeedFilter filter;

    /** @param next the place to go on from */
    record Tail(List<LoggedRecord> records, long next) {}

    FeedTail(FeedLog log, FeedFilter filter) {
        this.log = log;
        this.filter = filter;
    }

    /** Looks at ever longer ends of the log until there are enough records in it. */
    Tail last(int count) {
        FeedHead head = log.head();
        long beforeAll = head.oldest(filter.types()) - 1;
        long span = Math.max(PAGE, 4L * count);
        while (true) {
            long after = Math.max(beforeAll, head.position() - span);
            Deque<LoggedRecord> found = from(after, head.position(), count);
            if (found.size() == count || after == beforeAll) {
                return new Tail(List.copyOf(found), head.position());
            }
            span *= 4;
        }
    }

    private Deque<LoggedRecord> from(long start, long end, int count) {
        Deque<LoggedRecord> found = new ArrayDeque<>();
        long after = start;
        while (after < end) {
            FeedSlice slice = log.read(filter, after, PAGE, MAX_BYTES);
            for (LoggedRecord record : slice.records()) {
                if (record.position() <= end) {
                    found.addLast(record);
                    if (found.size() > count) {
                        found.removeFirst();
                    }
                }
            }
            if (!slice.more() || slice.scannedTo() <= after) {
                break;
            }
            after = slice.scannedTo();
        }
        return found;
    }
}
