package org.iochub.simulators.http;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;

/** What happens to Vietnamese text on its way. */
final class Dirt {
    private Dirt() {}

    /** Fully decomposed: base letter, then its marks. */
    static String decomposed(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD);
    }

    /** Vowel composed, tone apart: what old Windows keyboards type; neither NFC nor NFD. */
    static String halfComposed(String text) {
        String composed = decomposed(text);
        for (String vowel : new String[] {"a\u0302", "a\u0306", "e\u0302", "o\u0302", "o\u031b", "u\u031b"}) {
            composed = composed.replace(vowel, Normalizer.normalize(vowel, Normalizer.Form.NFC));
        }
        return composed;
    }

    /** UTF-8 that somebody read as Latin-1 and wrote out as UTF-8 once more. */
    static String mojibake(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }
}
