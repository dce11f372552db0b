package org.iochub.core.quality;

/**
 * One share.
 *
 * @param definition its code and version
 */
public record Figure(String tenant, DayKey key, Measure measure, long numerator, long denominator, String definition) {
    /** In per cent, two decimals, rounded half up; 0 when there was nothing to look at. */
    public double percent() {
        return denominator == 0
                ? 0
                : java.math.BigDecimal.valueOf(numerator)
                        .multiply(java.math.BigDecimal.valueOf(100))
                        .divide(java.math.BigDecimal.valueOf(denominator), 2, java.math.RoundingMode.HALF_UP)
                        .doubleValue();
    }
}
