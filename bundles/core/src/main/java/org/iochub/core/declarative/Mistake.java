package org.iochub.core.declarative;

import org.iochub.model.Text;

/**
 * Something wrong in a file.
 *
 * @param line from 1
 * @param column from 1
 * @param key the path of the key, such as {@code map[0].fields.requestedAt}; empty for the file as a whole
 * @param text what is wrong and how to mend it, in one sentence
 */
public record Mistake(int line, int column, String key, Text text) {}
