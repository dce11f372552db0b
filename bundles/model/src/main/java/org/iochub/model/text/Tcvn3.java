package org.iochub.model.text;

import java.util.Optional;

/**
 * TCVN 5712:1993 VN3 («ABC» fonts), as its bytes look when they are taken for Latin-1 or windows-1252. The standard has
 * toned letters in lower case only: capitals come from fonts, so the case of a word's other letters decides.
 */
final class Tcvn3 {
    /** From U+00A1 on; a blank is a place the standard leaves free. */
    private static final String TABLE = "ĂÂÊÔƠƯĐăâêôơưđ" // A1-AE
            + "      " // AF-B4
            + "àảãáạ" // B5-B9
            + " " // BA
            + "ằẳẵắ" // BB-BE
            + "       " // BF-C5
            + "ặầẩẫấậè" // C6-CC
            + " " // CD
            + "ẻẽéẹềểễếệìỉ" // CE-D8
            + "   " // D9-DB
            + "ĩíịò" // DC-DF
            + " " // E0
            + "ỏõóọồổỗốộờởỡớợù" // E1-EF
            + " " // F0
            + "ủũúụừửữứựỳỷỹýỵ"; // F1-FE

    private Tcvn3() {}

    /** Whether the standard gives the character a Vietnamese letter. */
    static boolean maps(char c) {
        return c >= '\u00A1' && c - '\u00A1' < TABLE.length() && TABLE.charAt(c - '\u00A1') != ' ';
    }

    /** The text, or nothing when it has a letter in a place that the standard leaves free. */
    static Optional<String> decode(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 0x80 && Character.isLetter(c) && !maps(c)) {
                return Optional.empty();
            }
        }
        return Optional.of(convert(text));
    }

    private static String convert(String text) {
        StringBuilder out = new StringBuilder(text.length());
        for (int start = 0; start < text.length(); ) {
            int end = start;
            while (end < text.length() && Words.isWordChar(text.charAt(end))) {
                end++;
            }
            word(text, start, end, out);
            if (end < text.length()) {
                out.append(text.charAt(end++));
            }
            start = end;
        }
        return out.toString();
    }

    private static void word(String text, int start, int end, StringBuilder out) {
        boolean capitals = isCapitals(text, start, end);
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            char letter = maps(c) ? TABLE.charAt(c - '\u00A1') : c;
            out.append(capitals ? Character.toUpperCase(letter) : letter);
        }
    }

    private static boolean isCapitals(String text, int start, int end) {
        boolean upper = false;
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            if (c >= 'a' && c <= 'z') {
                return false;
            }
            // A single capital may begin a word that goes on in special letters only: «§µ» is Đà.
            upper |= c >= 'A' && c <= 'Z' && end - start > 2;
        }
        return upper;
    }
}
