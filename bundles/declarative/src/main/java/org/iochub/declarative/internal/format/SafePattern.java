package org.iochub.declarative.internal.format;

import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.iochub.model.FaultException;

/**
 * A regular expression that somebody wrote, held to a number of steps: one that goes back and forth without end is a
 * fault of the record and not a thread that never returns. Immutable.
 */
final class SafePattern {
    /** A match of a line of normal length takes thousands; a runaway one reaches this in well under a second. */
    private static final long STEPS = 5_000_000;

    private static final Pattern GROUP = Pattern.compile("\\(\\?<([A-Za-z][A-Za-z0-9]*)>");

    private final Pattern pattern;
    private final Set<String> groups;

    private SafePattern(Pattern pattern, Set<String> groups) {
        this.pattern = pattern;
        this.groups = groups;
    }

    /** @throws java.util.regex.PatternSyntaxException when it is none */
    static SafePattern of(String text) {
        Set<String> groups = new LinkedHashSet<>();
        Matcher matcher = GROUP.matcher(text);
        while (matcher.find()) {
            groups.add(matcher.group(1));
        }
        return new SafePattern(Pattern.compile(text, Pattern.UNICODE_CASE), Set.copyOf(groups));
    }

    /** The names of its groups. */
    Set<String> groups() {
        return groups;
    }

    /**
     * The text of each named group that took part, when the whole text matches.
     *
     * @throws FaultException {@code pattern-too-costly}
     */
    Optional<Map<String, Object>> match(String text) {
        Matcher matcher = pattern.matcher(new Counted(text, new long[] {STEPS}));
        if (!guarded(matcher::matches)) {
            return Optional.empty();
        }
        Map<String, Object> found = new LinkedHashMap<>();
        for (String group : groups) {
            String value = matcher.group(group);
            if (value != null && !value.isEmpty()) {
                found.put(group, value);
            }
        }
        return Optional.of(found);
    }

    /** Whether it is found anywhere in the text, however the text's accents are composed. */
    boolean isIn(String text) {
        String composed = Normalizer.normalize(text, Normalizer.Form.NFC);
        return guarded(pattern.matcher(new Counted(composed, new long[] {STEPS}))::find);
    }

    private static boolean guarded(java.util.function.BooleanSupplier matching) {
        try {
            return matching.getAsBoolean();
        } catch (StackOverflowError e) {
            throw tooCostly();
        }
    }

    private static FaultException tooCostly() {
        return FaultException.of(
                "pattern-too-costly",
                "",
                "Biểu thức chính quy mất quá nhiều bước với dòng này; hãy viết lại cho không có phần lặp lồng nhau.",
                "The regular expression takes too many steps on this text; write it without nested repetition.");
    }

    /** Counts how often the matcher looks at a character. */
    private record Counted(CharSequence text, long[] left) implements CharSequence {
        @Override
        public int length() {
            return text.length();
        }

        @Override
        public char charAt(int index) {
            if (--left[0] < 0) {
                throw tooCostly();
            }
            return text.charAt(index);
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return text.subSequence(start, end);
        }

        @Override
        public String toString() {
            return text.toString();
        }
    }
}
