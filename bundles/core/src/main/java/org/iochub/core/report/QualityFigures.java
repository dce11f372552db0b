package org.iochub.core.report;

import java.time.LocalDate;
import java.util.List;
import org.iochub.model.Text;

/** The quality of what an authority's sources brought; registered by whoever measures it, and left out where nobody does. */
public interface QualityFigures {
    /** Figures over a period, in the order in which they are shown. */
    List<Figure> between(String tenant, LocalDate from, LocalDate to);

    /**
     * One figure.
     *
     * @param source the instance; empty for all of the authority's
     * @param measure such as «Đúng» / right
     * @param value from 0 to 1; NaN where nothing could be measured
     * @param records how many were looked at
     */
    record Figure(String source, Text measure, double value, long records) {}
}
