package org.iochub.model.text;

/** What a Java string may hold that no file or database takes. */
public final class Utf16 {
    private Utf16() {}

    /** No NUL, which PostgreSQL cannot keep, and no half of a surrogate pair, which is no character. */
    public static boolean isSound(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0) {
                return false;
            }
            if (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE) {
                if (!Character.isHighSurrogate(c)
                        || i + 1 == text.length()
                        || !Character.isLowSurrogate(text.charAt(i + 1))) {
                    return false;
                }
                i++;
            }
        }
        return true;
    }
}
