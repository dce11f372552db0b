package org.iochub.store.internal.quarantine;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.iochub.store.internal.jdbc.Texts;

/** What people may see of a refused raw form without opening it. */
final class Redaction {
    static final int BYTES = 400;
    private static final int CHARACTERS = 300;
    /** Telephone, identity card, account: never shorter than this. */
    private static final Pattern LONG_NUMBER = Pattern.compile("\\d{6,}");

    private Redaction() {}

    /**
     * @param start the first bytes of the raw form
     * @param sensitive nothing but the structure may show: letters become x, digits 0
     */
    static String excerpt(byte[] start, int length, boolean sensitive) {
        String text = new String(start, 0, length, StandardCharsets.UTF_8);
        // A character cut in half at the end.
        while (!text.isEmpty() && text.charAt(text.length() - 1) == '\ufffd') {
            text = text.substring(0, text.length() - 1);
        }
        String shown = Texts.clean(text, CHARACTERS);
        return sensitive
                ? shape(shown)
                : LONG_NUMBER
                        .matcher(shown)
                        .replaceAll(m -> "#".repeat(m.group().length()));
    }

    private static String shape(String text) {
        StringBuilder out = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            if (Character.isDigit(c)) {
                out.append('0');
            } else if (Character.isLetter(c) || c >= 0x80) {
                out.append('x');
            } else {
                out.appendCodePoint(c);
            }
        });
        return out.toString();
    }
}
