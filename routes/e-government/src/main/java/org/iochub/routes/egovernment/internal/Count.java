package org.iochub.routes.egovernment.internal;

import java.math.BigDecimal;
import java.util.List;

/**
 * One figure's counts, as they are sent: with these and the definition it can be computed again.
 *
 * @param status of SDMX's list: A final, P of a period that goes on, E estimated, M nothing to divide by
 * @param split the old units whose splitting makes it an estimate
 * @param unsure records whose data leave it open how they count
 * @param revision how often the figure was restated
 */
record Count(
        Place place,
        BigDecimal numerator,
        BigDecimal denominator,
        String status,
        List<String> split,
        long unsure,
        int revision) {
    static final String FINAL = "A";
    static final String PROVISIONAL = "P";
    static final String ESTIMATED = "E";
    static final String MISSING = "M";
    static final List<String> STATUSES = List.of(FINAL, PROVISIONAL, ESTIMATED, MISSING);

    Count {
        split = List.copyOf(split);
    }

    static Count of(Place place, Tally tally, boolean over) {
        return new Count(
                place, tally.numerator(), tally.denominator(), status(tally, over), tally.split(), tally.unsure(), 0);
    }

    private static String status(Tally tally, boolean over) {
        if (tally.denominator().signum() == 0) {
            return MISSING;
        }
        if (!tally.split().isEmpty()) {
            return ESTIMATED;
        }
        return over ? FINAL : PROVISIONAL;
    }

    Count revised(int number) {
        return new Count(place, numerator, denominator, status, split, unsure, number);
    }
}
