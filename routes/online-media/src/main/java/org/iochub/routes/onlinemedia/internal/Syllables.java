package org.iochub.routes.onlinemedia.internal;

import java.text.Normalizer;
import org.iochub.model.text.MatchKey;

/** Text as its syllables alone: how it is composed, where tones stand, case and punctuation do not count; accents do. */
final class Syllables {
    private Syllables() {}

    /** The syllables with one space between them. */
    static String of(String text) {
        // Punctuation goes first: the key puts a tone behind its syllable, up to the next space.
        String words = Normalizer.normalize(text, Normalizer.Form.NFC).replaceAll("[^\\p{L}\\p{M}\\p{N}]+", " ");
        return MatchKey.accented(words).strip();
    }
}
