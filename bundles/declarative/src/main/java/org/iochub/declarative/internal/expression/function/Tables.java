package org.iochub.declarative.internal.expression.function;

import java.util.Map;
import java.util.Optional;

/**
 * What a file says that functions need.
 *
 * @param codes code maps by name: what the source says, and the shared model's code for it
 * @param lookups tables by name: key, and a text, a number, a truth value or a map of these
 * @param numbers how the source writes numbers, where the file says it
 */
public record Tables(
        Map<String, Map<String, String>> codes,
        Map<String, Map<String, Object>> lookups,
        Optional<NumberNotation> numbers) {
    public static final Tables EMPTY = new Tables(Map.of(), Map.of(), Optional.empty());

    public Tables {
        codes = Map.copyOf(codes);
        lookups = Map.copyOf(lookups);
    }
}
