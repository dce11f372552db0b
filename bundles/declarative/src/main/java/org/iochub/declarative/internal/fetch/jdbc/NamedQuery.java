package org.iochub.declarative.internal.fetch.jdbc;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A query whose named parameters became question marks. What looks like a parameter within quotes, comments or a cast
 * ({@code ::date}) is none.
 *
 * @param parameters the names in the order of the question marks
 */
record NamedQuery(String sql, List<String> parameters) {
    private static final Pattern TOKEN = Pattern.compile(
            "'(?:[^']|'')*'|\"[^\"]*\"|--[^\\n]*|/\\*.*?\\*/|::|:([A-Za-z_][A-Za-z0-9_]*)", Pattern.DOTALL);

    static NamedQuery parse(String text) {
        List<String> parameters = new ArrayList<>();
        Matcher matcher = TOKEN.matcher(text);
        String sql = matcher.replaceAll(match -> {
            if (match.group(1) == null) {
                return Matcher.quoteReplacement(match.group());
            }
            parameters.add(match.group(1));
            return "?";
        });
        return new NamedQuery(sql, List.copyOf(parameters));
    }

    boolean has(String parameter) {
        return parameters.contains(parameter);
    }
}
