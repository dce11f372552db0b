package org.iochub.declarative.internal.expression;

import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.iochub.model.FaultException;

/** A regular expression that gives up after so many steps, so that no record can hold the hub. Immutable. */
public final class BoundedRegex {
    private static final int MAX_STEPS = 1_000_000;

    private final Pattern pattern;

    private BoundedRegex(Pattern pattern) {
        this.pattern = pattern;
    }

    /**
     * @param offset where the expression's author wrote it
     * @throws ExpressionError when it is none
     */
    public static BoundedRegex literal(String pattern, int offset) {
        try {
            return new BoundedRegex(Pattern.compile(pattern, Pattern.UNICODE_CHARACTER_CLASS));
        } catch (PatternSyntaxException e) {
            throw new ExpressionError(
                    offset,
                    "«" + pattern + "» không phải biểu thức chính quy: " + e.getDescription() + ".",
                    "«" + pattern + "» is no regular expression: " + e.getDescription() + ".");
        }
    }

    /** Whether the whole text fits. */
    public boolean matches(String text) {
        return guarded(text, Matcher::matches);
    }

    public String replace(String text, String replacement) {
        return guarded(text, matcher -> matcher.replaceAll(replacement));
    }

    /** What an operation on a matcher gives. */
    public <T> T guarded(String text, Function<Matcher, T> operation) {
        try {
            return operation.apply(pattern.matcher(new Counted(text, new int[1])));
        } catch (OutOfSteps | StackOverflowError e) {
            throw FaultException.of(
                    "regex-too-slow",
                    "",
                    "Biểu thức chính quy «" + pattern + "» mất quá nhiều bước; hãy viết nó chặt hơn.",
                    "The regular expression «" + pattern + "» takes too many steps; write it more tightly.");
        }
    }

    private static final class OutOfSteps extends RuntimeException {
        private static final long serialVersionUID = 1L;

        OutOfSteps() {
            super(null, null, false, false);
        }
    }

    /** Counts how often the matcher looks at a character. */
    private record Counted(CharSequence text, int[] steps) implements CharSequence {
        @Override
        public int length() {
            return text.length();
        }

        @Override
        public char charAt(int index) {
            if (++steps[0] > MAX_STEPS) {
                throw new OutOfSteps();
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
