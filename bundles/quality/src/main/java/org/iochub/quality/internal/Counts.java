package org.iochub.quality.internal;

import java.util.Set;

/** Names of what is counted. */
final class Counts {
    static final String TAKEN = "taken";
    static final String WISHED = "wished";
    static final String WISHED_OF = "wishedOf";
    static final String UNITS = "units";
    static final String UNITS_OF = "unitsOf";
    static final String DOUBLES = "doubles";
    static final String UNIQUE_OF = "uniqueOf";
    static final String CONFLICTS = "conflicts";
    static final String UNMAPPED = "unmapped";
    static final String UNPLACED = "unplaced";
    static final String PLACED_OF = "placedOf";
    static final String LATE = "late";
    static final String TIMELY_OF = "timelyOf";
    static final String SPANS = "spans";
    static final String SPAN_SECONDS = "spanSeconds";
    static final String REFUSED = "refused";
    static final String REFUSED_MISSING = "refusedMissing";
    static final String REFUSED_UNMAPPED = "refusedUnmapped";

    /** Asked of the quarantine each time; never added up. */
    static final Set<String> OF_REFUSED = Set.of(REFUSED, REFUSED_MISSING, REFUSED_UNMAPPED);

    private static final Set<String> UNKNOWN = Set.of(
            "unknown-code",
            "unknown-unit",
            "unknown-service",
            "unknown-facility",
            "unknown-reference",
            "unmapped-organisation",
            "severity-unknown",
            "missing-entry",
            "unlisted-camera",
            "unlisted-parameter",
            "unlisted-station");

    private static final Set<String> UNRESOLVED = Set.of(
            "unknown-area",
            "area-unknown",
            "area-ambiguous",
            "area-name-unknown",
            "area-not-valid",
            "area-code-reused",
            "area-without-date",
            "bad-area",
            "bad-area-code");

    private Counts() {}

    /** A required field had no value. */
    static boolean missing(String code) {
        return code.equals("required") || code.equals("incomplete") || code.startsWith("missing-") && !unmapped(code);
    }

    /** A code that no list has. */
    static boolean unmapped(String code) {
        return UNKNOWN.contains(code);
    }

    static boolean unresolved(String code) {
        return UNRESOLVED.contains(code);
    }

    /** Different content under an equal version key. */
    static boolean conflict(String code) {
        return code.equals("equal-version-key");
    }
}
