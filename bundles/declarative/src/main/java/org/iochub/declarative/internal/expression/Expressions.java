package org.iochub.declarative.internal.expression;

import org.iochub.declarative.internal.Problems;

/** Compiles expressions. Safe for any number of threads. */
public interface Expressions {
    /**
     * @param pointer where the text stands in the file
     * @return a usable expression; one that was wrong, and is among the problems, gives nothing
     */
    Expression compile(String text, String pointer, Problems problems);
}
