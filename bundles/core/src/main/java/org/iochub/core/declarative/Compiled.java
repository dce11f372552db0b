package org.iochub.core.declarative;

import java.util.List;

/** What came of a declarative source's file. */
public sealed interface Compiled {
    /** It can run. */
    record Good(DeclaredSource source) implements Compiled {}

    /** It cannot; mistakes in the order of the file, at least one. */
    record Wrong(List<Mistake> mistakes) implements Compiled {
        public Wrong {
            mistakes = List.copyOf(mistakes);
        }
    }
}
