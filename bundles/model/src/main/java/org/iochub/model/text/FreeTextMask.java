package org.iochub.model.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds numbers that identify people in text they wrote, and masks them: personal and identity card numbers, phone
 * numbers, health and social insurance numbers, e-mail addresses. Masks too much rather than too little, except for
 * codes of dossiers and procedures. The last three digits stay, never the first: those tell birthplace, sex and year
 * of birth (Circular 59/2021/TT-BCA, Article 7).
 */
public final class FreeTextMask {
    /** Dossier codes of both generations, and codes of procedures with and without the organisation. */
    private static final Pattern CODES = Pattern.compile("(?<![\\w.])(?:(?:\\d{3}\\.\\d{2}\\.\\d{2}\\.[A-Z]\\d{2}"
            + "|[A-Z]\\d{2}(?:\\.\\d{2,3})*)-\\d{6}-\\d{4,8}|\\d\\.\\d{6}(?:\\.\\d{3}\\.\\d{2}\\.\\d{2}\\.[A-Z]\\d{2})?)"
            + "(?![\\w-])");

    private static final Pattern EMAIL =
            Pattern.compile("(?<![\\p{L}\\p{N}._%+-])[\\p{L}\\p{N}._%+-]++@[\\p{L}\\p{N}-]+(?:\\.[\\p{L}\\p{N}-]+)+");

    /** A health insurance card of the earlier kind: two letters and 13 digits, in groups or not. */
    private static final Pattern INSURANCE_CARD =
            Pattern.compile("(?<![\\p{L}\\p{N}])[A-Za-z]{2}[ .-]?\\d(?:[ .-]?\\d){12}(?!\\d)");

    /** Nothing shorter identifies: an old phone number without its first digits has eight. */
    private static final int FEWEST_DIGITS = 8;

    private FreeTextMask() {}

    /** The text with identifying numbers masked; the same instance when there are none. */
    public static String mask(String text) {
        int digits = digits(text);
        boolean email = text.indexOf('@') >= 0;
        if (digits < FEWEST_DIGITS && !email) {
            return text;
        }
        List<int[]> spans = new ArrayList<>();
        if (email) {
            find(EMAIL, text, spans);
        }
        if (digits >= FEWEST_DIGITS) {
            if (digits >= 13) {
                find(INSURANCE_CARD, text, spans);
            }
            List<int[]> codes = new ArrayList<>();
            find(CODES, text, codes);
            DigitRuns.addNumbers(text, codes, spans);
        }
        return spans.isEmpty() ? text : replace(text, spans);
    }

    private static void find(Pattern pattern, String text, List<int[]> spans) {
        for (Matcher found = pattern.matcher(text); found.find(); ) {
            spans.add(new int[] {found.start(), found.end()});
        }
    }

    private static int digits(String text) {
        int digits = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            digits += c >= '0' && c <= '9' ? 1 : 0;
        }
        return digits;
    }

    private static String replace(String text, List<int[]> spans) {
        char[] out = text.toCharArray();
        for (int[] span : spans) {
            boolean email = text.substring(span[0], span[1]).indexOf('@') >= 0;
            int keep = email ? 0 : 3;
            for (int i = span[1] - 1; i >= span[0]; i--) {
                if (Character.isLetterOrDigit(out[i])) {
                    if (keep > 0) {
                        keep--;
                    } else {
                        out[i] = '*';
                    }
                }
            }
        }
        return new String(out);
    }
}
