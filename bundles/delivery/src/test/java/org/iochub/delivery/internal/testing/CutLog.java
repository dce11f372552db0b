package org.iochub.delivery.internal.testing;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.iochub.core.log.FeedFilter;
import org.iochub.core.log.FeedHead;
import org.iochub.core.log.FeedLog;
import org.iochub.core.log.FeedSlice;

/** The store's log, as if its beginning were gone or it had been restored. */
public final class CutLog implements FeedLog {
    private final FeedLog log;
    private volatile OptionalLong oldest = OptionalLong.empty();
    private volatile Optional<String> epoch = Optional.empty();

    public CutLog(FeedLog log) {
        this.log = log;
    }

    public void keepsFrom(long position) {
        oldest = OptionalLong.of(position);
    }

    public void restoredAs(String other) {
        epoch = Optional.of(other);
    }

    @Override
    public FeedHead head() {
        FeedHead head = log.head();
        return new FeedHead(epoch.orElse(head.epoch()), head.position(), oldest.orElse(head.oldest()));
    }

    @Override
    public Map<String, Long> positions() {
        return log.positions();
    }

    @Override
    public FeedSlice read(FeedFilter filter, long after, int limit, long maxBytes) {
        return log.read(filter, Math.max(after, oldest.orElse(1) - 1), limit, maxBytes);
    }
}
