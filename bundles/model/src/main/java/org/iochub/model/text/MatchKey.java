package org.iochub.model.text;

import java.text.Normalizer;
import java.util.Locale;

/** Keys for comparing Vietnamese names that were typed in different ways. For matching only, never for showing. */
public final class MatchKey {
    private MatchKey() {}

    /**
     * The loose key: lower case, without accents (đ as d), hyphens, dashes and runs of spaces as one space,
     * apostrophes dropped, leading zeros of numbers dropped. «Phường 01» gives {@code phuong 1}.
     */
    public static String of(String text) {
        return Tones.bare(words(text));
    }

    /**
     * The strict key: as the loose one, but accents count. Where the tone stands in a syllable does not: «hoà» and
     * «hòa», «thuý» and «thúy» have one key.
     */
    public static String accented(String text) {
        StringBuilder out = new StringBuilder(text.length() + 4);
        char tone = 0;
        String decomposed = Normalizer.normalize(words(text), Normalizer.Form.NFD);
        for (int i = 0; i < decomposed.length(); i++) {
            char c = decomposed.charAt(i);
            if (Tones.isTone(c)) {
                tone = c;
                continue;
            }
            if (c == ' ' && tone != 0) {
                out.append(tone);
                tone = 0;
            }
            out.append(c);
        }
        if (tone != 0) {
            out.append(tone);
        }
        return out.toString();
    }

    /** Whether the text carries any Vietnamese mark, so that accents may count when it is compared. */
    public static boolean hasAccents(String text) {
        String folded = words(text);
        return !Tones.bare(folded).equals(folded);
    }

    private static String words(String text) {
        String lower = Nfc.of(text).toLowerCase(Locale.ROOT);
        StringBuilder out = new StringBuilder(lower.length());
        for (int i = 0; i < lower.length(); i++) {
            char c = lower.charAt(i);
            if (isApostrophe(c)) {
                continue;
            }
            if (isBreak(c)) {
                if (out.length() > 0 && out.charAt(out.length() - 1) != ' ') {
                    out.append(' ');
                }
                continue;
            }
            boolean wordStart = out.length() == 0 || out.charAt(out.length() - 1) == ' ';
            boolean digitNext = i + 1 < lower.length() && isDigit(lower.charAt(i + 1));
            if (c == '0' && wordStart && digitNext) {
                continue;
            }
            out.append(c);
        }
        int end = out.length();
        while (end > 0 && out.charAt(end - 1) == ' ') {
            end--;
        }
        return out.substring(0, end);
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isApostrophe(char c) {
        return c == '\'' || c == '\u2019' || c == '\u2018' || c == '\u02BC' || c == '`' || c == '\u00B4';
    }

    private static boolean isBreak(char c) {
        return Character.isWhitespace(c)
                || Character.isSpaceChar(c)
                || Character.getType(c) == Character.DASH_PUNCTUATION
                || c == '.'
                || c == ','
                || c == '_'
                || c == '\u200B'
                || c == '\uFEFF';
    }
}
