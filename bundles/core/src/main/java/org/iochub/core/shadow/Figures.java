package org.iochub.core.shadow;

import java.time.Duration;

/**
 * What came of comparing, since a shadow began.
 *
 * @param messages compared
 * @param different messages with a difference in them
 * @param same records of which both versions say the same
 * @param changed records that both versions give, with different content
 * @param onlyOld records, or deletions, that only the running version gives
 * @param onlyNew the same of the candidate
 * @param refusedOld records that only the running version refuses
 * @param refusedNew records that only the candidate refuses
 * @param failures messages on which the candidate failed by a mistake of its own, or took too long
 * @param skipped messages that were not compared: too large, not heard in time, damaged in the archive
 * @param live what the running version took, in all
 * @param candidate what the candidate took, in all
 * @param slowest what the candidate took for its slowest message
 */
public record Figures(
        long messages,
        long different,
        long same,
        long changed,
        long onlyOld,
        long onlyNew,
        long refusedOld,
        long refusedNew,
        long failures,
        long skipped,
        Duration live,
        Duration candidate,
        Duration slowest) {
    public static final Figures NONE =
            new Figures(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, Duration.ZERO, Duration.ZERO, Duration.ZERO);

    public Figures plus(Figures other) {
        return new Figures(
                messages + other.messages,
                different + other.different,
                same + other.same,
                changed + other.changed,
                onlyOld + other.onlyOld,
                onlyNew + other.onlyNew,
                refusedOld + other.refusedOld,
                refusedNew + other.refusedNew,
                failures + other.failures,
                skipped + other.skipped,
                live.plus(other.live),
                candidate.plus(other.candidate),
                slowest.compareTo(other.slowest) >= 0 ? slowest : other.slowest);
    }

    /** Records and refusals of which the two versions say something else. */
    public long differences() {
        return changed + onlyOld + onlyNew + refusedOld + refusedNew;
    }

    /** Every record of the messages compared. */
    public long records() {
        return same + differences();
    }
}
