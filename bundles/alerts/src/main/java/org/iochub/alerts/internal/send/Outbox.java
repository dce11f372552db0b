package org.iochub.alerts.internal.send;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;

/** What one channel still has to tell. Safe for any number of threads. */
public final class Outbox {
    static final int MOST = 1_000;
    private final Deque<Notice> waiting = new ArrayDeque<>();
    private int lost;

    /** What a state file holds. */
    public record Content(List<Notice> notices, int lost) {
        public Content {
            notices = List.copyOf(notices);
        }
    }

    public Outbox(Content before) {
        add(before.notices());
        lost += before.lost();
    }

    /** The oldest are given up when there are too many. */
    public synchronized void add(Collection<Notice> notices) {
        waiting.addAll(notices);
        while (waiting.size() > MOST) {
            waiting.removeFirst();
            lost++;
        }
    }

    public synchronized Content content() {
        return new Content(List.copyOf(waiting), lost);
    }

    synchronized void told(Collection<Notice> notices, int lostSaid) {
        waiting.removeAll(new HashSet<>(notices));
        lost = Math.max(0, lost - lostSaid);
    }
}
