package org.iochub.core.quality;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The scorecard, for people. Safe for any number of threads. */
public interface Quality {
    /**
     * The days, sources and types that were counted, latest day first, each with its figures.
     *
     * @param after the last card of the page before
     */
    List<Card> cards(TallyFilter filter, Optional<Card> after, int limit);

    /**
     * What is behind a figure.
     *
     * @param all also what counts as good; else only what does not
     * @param after {@link Behind#next()} of the page before
     * @throws org.iochub.model.FaultException {@code unknown-figure}, {@code bad-parameter}
     */
    Behind behind(String tenant, DayKey key, Measure measure, boolean all, Optional<String> after, int limit);

    /** How each type is judged now. */
    List<Rule> rules();

    /** Today, where figures are still growing. */
    LocalDate today();

    /** Figures of a day, source and type. */
    record Card(DayTally tally, List<Figure> figures) {
        /** The least good share of a word: what a word is worth is what its weakest measure is. */
        public Optional<Figure> worst(Word word) {
            return figures.stream()
                    .filter(figure -> figure.measure().word() == word && figure.denominator() > 0)
                    .min(java.util.Comparator.comparingDouble(Figure::percent));
        }
    }

    /**
     * How a type is judged.
     *
     * @param version of the definition
     * @param wished fields that should have a value
     * @param same fields that make two records the same thing
     * @param within how long after it happened a record may come; empty when nothing is agreed
     * @param every how often something should come; empty when nothing is agreed
     * @param source the instance this holds for; empty for every other
     */
    record Rule(
            String type,
            String version,
            List<String> wished,
            List<String> same,
            Optional<java.time.Duration> within,
            Optional<java.time.Duration> every,
            boolean placed,
            boolean units,
            Optional<String> source) {}
}
