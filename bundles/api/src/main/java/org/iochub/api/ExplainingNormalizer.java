package org.iochub.api;

import java.io.IOException;
import java.util.List;
import java.util.function.BiPredicate;

/** A normaliser that can say how each value came about. Safe for any number of threads. */
public interface ExplainingNormalizer extends Normalizer {
    /**
     * The changes of {@link #normalize}, in their order, each with its steps.
     *
     * @param to says whether to go on
     * @throws IOException as {@link #normalize}
     */
    void explain(RawMessage message, BiPredicate<Change, List<Step>> to) throws IOException;
}
