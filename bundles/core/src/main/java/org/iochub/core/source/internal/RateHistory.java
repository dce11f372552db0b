package org.iochub.core.source.internal;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.iochub.api.Delivered;
import org.iochub.core.source.Rates;

/** The last hour of one source by the minute, in a ring: two numbers a minute, however much comes. Guarded by its owner. */
final class RateHistory {
    private static final long SPAN_MILLIS = Rates.SPAN.toMillis();

    private final Clock clock;
    private final int[] accepted = new int[Rates.SPANS];
    private final int[] quarantined = new int[Rates.SPANS];
    /** Number of the newest span since the epoch. */
    private long newest;

    RateHistory(Clock clock) {
        this.clock = clock;
        this.newest = span();
    }

    void add(Delivered delivered) {
        forward();
        int place = place(newest);
        accepted[place] = Math.toIntExact(Math.min(Integer.MAX_VALUE, accepted[place] + delivered.accepted()));
        quarantined[place] = Math.toIntExact(Math.min(Integer.MAX_VALUE, quarantined[place] + delivered.quarantined()));
    }

    Rates rates() {
        forward();
        List<Integer> taken = new ArrayList<>(Rates.SPANS);
        List<Integer> refused = new ArrayList<>(Rates.SPANS);
        for (long span = newest - Rates.SPANS + 1; span <= newest; span++) {
            taken.add(accepted[place(span)]);
            refused.add(quarantined[place(span)]);
        }
        return new Rates(Instant.ofEpochMilli((newest + 1) * SPAN_MILLIS), taken, refused);
    }

    /** Empties the spans that passed with nothing. A clock that was set back stays in the span it was in. */
    private void forward() {
        long now = span();
        for (long span = Math.max(newest + 1, now - Rates.SPANS + 1); span <= now; span++) {
            accepted[place(span)] = 0;
            quarantined[place(span)] = 0;
        }
        newest = Math.max(newest, now);
    }

    private long span() {
        return Math.floorDiv(clock.millis(), SPAN_MILLIS);
    }

    private static int place(long span) {
        return Math.floorMod(span, Rates.SPANS);
    }
}
