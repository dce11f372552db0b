package org.iochub.model.text;

import java.text.Normalizer;

/** Unicode normalisation form C (UAX #15), with a fast way out for text that is in it already. */
public final class Nfc {
    private Nfc() {}

    /** The text in NFC; the very same instance when it already is. */
    public static String of(String text) {
        return isPlain(text) ? text : Normalizer.normalize(text, Normalizer.Form.NFC);
    }

    public static boolean is(String text) {
        return isPlain(text) || Normalizer.isNormalized(text, Normalizer.Form.NFC);
    }

    /**
     * Whether every character stands in a block without combining marks, decomposable singletons and surrogates: such
     * text is in NFC. The quick answer for almost all Vietnamese text; false says nothing.
     */
    public static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            // 1E00-1EFF are the precomposed Vietnamese letters; 2002-20CF punctuation and the sign of the đồng.
            if (c >= 0x0300 && !(c >= 0x1E00 && c <= 0x1EFF) && !(c >= 0x2002 && c <= 0x20CF)) {
                return false;
            }
        }
        return true;
    }
}
