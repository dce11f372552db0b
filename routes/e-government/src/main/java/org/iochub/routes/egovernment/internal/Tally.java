package org.iochub.routes.egovernment.internal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What was counted for one place. Shares are counted in billionths, so that the order of records does not matter. Used by
 * one thread.
 */
final class Tally {
    /** Behind the point, of the counts that are sent: shares of records are estimates, more would feign precision. */
    private static final int DIGITS = 4;

    private long hits;
    private long all;
    private long unsure;
    private final Set<String> split = new TreeSet<>();

    /**
     * @param hit the record counts in the numerator too
     * @param doubtful its data leave that open
     */
    void add(RollUp.Share share, boolean hit, boolean doubtful) {
        all = Math.addExact(all, share.billionths());
        hits = Math.addExact(hits, hit ? share.billionths() : 0);
        unsure += doubtful ? 1 : 0;
        split.addAll(share.split());
    }

    /** A record that is not counted because its data do not say how. */
    void leaveOut() {
        unsure++;
    }

    BigDecimal numerator() {
        return plain(hits);
    }

    BigDecimal denominator() {
        return plain(all);
    }

    /** Records whose data leave it open. */
    long unsure() {
        return unsure;
    }

    /** The old units whose splitting makes the counts an estimate, by name. */
    List<String> split() {
        return List.copyOf(split);
    }

    private static BigDecimal plain(long billionths) {
        BigDecimal rounded = BigDecimal.valueOf(billionths, 9)
                .setScale(DIGITS, RoundingMode.HALF_UP)
                .stripTrailingZeros();
        return rounded.scale() < 0 ? rounded.setScale(0) : rounded;
    }
}
