package org.iochub.core.quality;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What one step changes, all of it or nothing.
 *
 * @param tallies whole ones, which replace those of the same key
 * @param marks the same
 * @param forgetBefore marks last seen before this day are removed
 * @param anew set when everything from this day on is counted again: tallies from it on start at nothing, and every mark goes
 */
public record TallyStep(List<DayTally> tallies, List<Mark> marks, LocalDate forgetBefore, Optional<LocalDate> anew) {
    public TallyStep {
        tallies = List.copyOf(tallies);
        marks = List.copyOf(marks);
    }
}
