package org.iochub.model.schema;

import java.util.regex.Pattern;
import org.iochub.model.text.FreeTextMask;

/** The masks of single values. */
final class Masks {
    private static final Pattern HOUSE_NUMBER = Pattern.compile("[^\\s,;]*\\d[^\\s,;]*");

    private Masks() {}

    /** The last three characters; all of a value of up to six is hidden. */
    static String tail(String text) {
        int length = text.codePointCount(0, text.length());
        if (length <= 6) {
            return "*".repeat(length);
        }
        return "*".repeat(length - 3) + text.substring(text.offsetByCodePoints(text.length(), -3));
    }

    /** «Nguyễn Văn An» as «N. V. A.». */
    static String initials(String text) {
        StringBuilder out = new StringBuilder();
        for (String word : text.strip().split("[\\s.\\-]+")) {
            if (!word.isEmpty()) {
                out.append(out.length() == 0 ? "" : " ")
                        .appendCodePoint(Character.toUpperCase(word.codePointAt(0)))
                        .append('.');
            }
        }
        return out.toString();
    }

    /** Street and unit stay, whatever holds a digit goes. */
    static String address(String text) {
        return HOUSE_NUMBER.matcher(FreeTextMask.mask(text)).replaceAll("…");
    }
}
