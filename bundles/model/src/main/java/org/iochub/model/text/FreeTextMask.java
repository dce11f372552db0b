package org.iochub.model.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
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
            Pattern.compile("[\\p{L}\\p{N}._%+-]++@[\\p{L}\\p{N}-]+(?:\\.[\\p{L}\\p{N}-]+)+");

    /** A health insurance card of the earlier kind: two letters and 13 digits, in groups or not. */
    private static final Pattern INSURANCE_CARD =
            Pattern.compile("(?<![\\p{L}\\p{N}])[A-Za-z]{2}[ .-]?\\d(?:[ .-]?\\d){12}(?!\\d)");

    private static final int CONTEXT = 48;

    private FreeTextMask() {}

    /** The text with identifying numbers masked; the same instance when there are none. */
    public static String mask(String text) {
        if (!mayIdentify(text)) {
            return text;
        }
        List<int[]> spans = new ArrayList<>();
        boolean[] code = new boolean[text.length()];
        for (Matcher codes = CODES.matcher(text); codes.find(); ) {
            Arrays.fill(code, codes.start(), codes.end(), true);
        }
        for (Matcher emails = EMAIL.matcher(text); emails.find(); ) {
            spans.add(new int[] {emails.start(), emails.end()});
        }
        for (Matcher cards = INSURANCE_CARD.matcher(text); cards.find(); ) {
            spans.add(new int[] {cards.start(), cards.end()});
        }
        DigitRuns.addNumbers(text, code, spans, CONTEXT);
        return spans.isEmpty() ? text : replace(text, spans);
    }

    /** Eight digits or an at sign: below that nothing identifies. */
    private static boolean mayIdentify(String text) {
        int digits = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= '0' && c <= '9') {
                digits++;
            } else if (c == '@') {
                return true;
            }
        }
        return digits >= 8;
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

    /** Lower case without accents, of one character per character of the text, so that places agree. */
    static String bareContext(String text, int from, int to) {
        String part = text.substring(from, to).toLowerCase(Locale.ROOT);
        return Tones.bare(part);
    }
}
