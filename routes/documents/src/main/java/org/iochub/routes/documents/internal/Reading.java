package org.iochub.routes.documents.internal;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.iochub.model.FaultException;

/**
 * One walk along the gateway's list, from some time to its end. Each page is asked for from the time of the last message
 * listed, and by number only as long as messages share that time: what is added or taken away meanwhile shifts nothing.
 */
final class Reading {
    private final boolean wide;
    private final int pageSize;
    private final Deque<ListEntry> queue = new ArrayDeque<>();
    private final Set<String> atPosition = new HashSet<>();
    private Instant position;
    private int page = 1;
    private boolean ended;

    /** @param wide whether it is the wider reading of the day */
    Reading(Instant from, boolean wide, int pageSize) {
        this.position = from.truncatedTo(ChronoUnit.MILLIS);
        this.wide = wide;
        this.pageSize = pageSize;
    }

    Instant position() {
        return position;
    }

    int page() {
        return page;
    }

    boolean wide() {
        return wide;
    }

    /** Whether the list was read to its end and everything on it is dealt with. */
    boolean ended() {
        return ended && queue.isEmpty();
    }

    /** The message to be dealt with next; empty when the list must be asked first. */
    Optional<ListEntry> next() {
        return Optional.ofNullable(queue.peek());
    }

    /** The first message is dealt with. */
    void done() {
        queue.remove();
    }

    /**
     * A page came.
     *
     * @throws FaultException {@code paging-ignored} when the list cannot be read to its end
     */
    void listed(List<ListEntry> entries) {
        List<ListEntry> fresh = entries.stream()
                .filter(entry -> !entry.received().isBefore(position) && !atPosition.contains(entry.key()))
                .toList();
        if (fresh.isEmpty()) {
            if (page > 1 && entries.size() >= pageSize) {
                throw pagingIgnored();
            }
            // A first page of nothing new may be full of messages of one moment.
            ended = entries.isEmpty() || page > 1;
            page++;
            return;
        }
        queue.addAll(fresh);
        Instant last = fresh.get(fresh.size() - 1).received();
        if (last.isAfter(position)) {
            position = last;
            atPosition.clear();
            page = 1;
        } else {
            page++;
        }
        fresh.stream()
                .filter(entry -> entry.received().equals(position))
                .map(ListEntry::key)
                .forEach(atPosition::add);
    }

    private static FaultException pagingIgnored() {
        return FaultException.of(
                "paging-ignored",
                "page",
                "Trục trả về cùng một trang cho mọi số trang nên không đọc hết được; hãy tăng pageSize hoặc yêu cầu hỗ"
                        + " trợ tham số page.",
                "The gateway sends the same page under every number, so that not everything can be read; raise pageSize"
                        + " or ask for support of the parameter page.");
    }
}
