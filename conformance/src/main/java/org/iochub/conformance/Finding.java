package org.iochub.conformance;

import org.iochub.model.Text;

/**
 * Something that a check found.
 *
 * @param where the file, case, key or field, as its author would name it; empty for the adapter as a whole
 * @param text what is wrong and how to mend it, in one sentence
 */
public record Finding(String where, Text text) {
    public static Finding of(String where, String vi, String en) {
        return new Finding(where, Text.of(vi, en));
    }
}
