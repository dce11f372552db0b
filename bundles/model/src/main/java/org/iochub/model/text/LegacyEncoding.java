package org.iochub.model.text;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The encodings from before Unicode that official Vietnamese text still comes in. Text in them is valid Unicode, so
 * that no sniffer sees it: they are told by whether words become Vietnamese syllables. Cautious: text that could be
 * good as it stands is never taken for one of them.
 */
public enum LegacyEncoding {
    /** TCVN 5712:1993, «ABC» fonts: {@code Ninh B×nh}. */
    TCVN3(Tcvn3::decode),
    /** VNI for Windows: {@code Xin chaøo caùc baïn}. */
    VNI(Vni::decode);

    private final Function<String, Optional<String>> decoder;

    LegacyEncoding(Function<String, Optional<String>> decoder) {
        this.decoder = decoder;
    }

    /** The text in Unicode, NFC; empty when it has characters that this encoding does not have. */
    public Optional<String> decode(String text) {
        return decoder.apply(text).map(Nfc::of);
    }

    /** The encoding the text is in, where there is no doubt; empty for good text and for doubtful text. */
    public static Optional<LegacyEncoding> detect(String text) {
        if (!isSuspect(text)) {
            return Optional.empty();
        }
        List<String> words = Words.of(text);
        List<String> evidence = Words.evidence(words);
        if (evidence.isEmpty() || Words.syllables(evidence) * 2 > evidence.size()) {
            return Optional.empty();
        }
        LegacyEncoding best = null;
        long most = 0;
        boolean tied = false;
        for (LegacyEncoding encoding : values()) {
            long fit = encoding.fit(words, evidence);
            tied = fit == most && fit > 0 || tied && fit < most;
            if (fit > most) {
                most = fit;
                best = encoding;
                tied = false;
            }
        }
        return tied ? Optional.empty() : Optional.ofNullable(best);
    }

    /** Not plain ASCII, and no letter that only Unicode Vietnamese has. */
    private static boolean isSuspect(String text) {
        boolean special = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= '\u0100' && Character.isLetter(c)) {
                return false;
            }
            special |= c >= '\u00A1' && c <= '\u00FF';
        }
        return special;
    }

    /** How many words become syllables; 0 unless that makes nearly all the evidence sound. */
    private long fit(List<String> words, List<String> evidence) {
        long sound = evidence.stream().filter(this::becomesSyllable).count();
        if (sound * 5 < evidence.size() * 4L) {
            return 0;
        }
        if (evidence.size() >= 3) {
            return sound;
        }
        // One or two words prove nothing unless all their neighbours are Vietnamese, too.
        boolean neighbours = words.size() > evidence.size()
                && words.stream()
                        .filter(word -> word.length() > 1)
                        .allMatch(word -> Words.isAscii(word) ? Syllables.isSyllable(word) : becomesSyllable(word));
        boolean both = evidence.size() == 2 && sound == 2 && words.size() == 2;
        return neighbours || both ? sound : 0;
    }

    private boolean becomesSyllable(String word) {
        return decode(word).filter(Syllables::isSyllable).isPresent();
    }
}
