package org.iochub.declarative.internal;

import org.iochub.model.Text;

/** Collects what is wrong with a file, so that its author hears of everything at once. */
@FunctionalInterface
public interface Problems {
    /**
     * @param pointer the JSON Pointer of the key or value that is wrong
     * @param text what is wrong and how to mend it, with the nearest valid choice where there is one
     */
    void add(String pointer, Text text);

    /**
     * The same, of a place within a text.
     *
     * @param offset of the character at fault, from 0
     */
    default void add(String pointer, int offset, Text text) {
        add(pointer, text);
    }
}
