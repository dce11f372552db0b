package org.iochub.declarative.internal.fetch.mail;

import java.text.Normalizer;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Patterns of names: {@code *} is any text, {@code ?} one character; the case of letters does not count. Immutable. */
record Globs(List<Pattern> patterns) {
    static Globs of(List<String> globs) {
        return new Globs(globs.stream().map(Globs::pattern).toList());
    }

    private static Pattern pattern(String glob) {
        String regex = Normalizer.normalize(glob, Normalizer.Form.NFC)
                .codePoints()
                .mapToObj(Character::toString)
                .map(letter -> switch (letter) {
                    case "*" -> ".*";
                    case "?" -> ".";
                    default -> Pattern.quote(letter);
                })
                .collect(Collectors.joining());
        return Pattern.compile(regex, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.DOTALL);
    }

    /** Whether one fits, or there are none. */
    boolean fit(String text) {
        String name = Normalizer.normalize(text, Normalizer.Form.NFC);
        return patterns.isEmpty()
                || patterns.stream().anyMatch(pattern -> pattern.matcher(name).matches());
    }
}
