package org.iochub.model.text;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** UTF-8 that somebody read as Latin-1 or windows-1252: {@code Quáº£ng NgÃ£i}. */
public final class Mojibake {
    /** What windows-1252 has at 80-9F; a blank is a place it leaves free. */
    private static final String WINDOWS_1252 = "€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ";

    private Mojibake() {}

    /** The text as it was meant; empty when the bytes are no UTF-8, or the text could be good as it stands. */
    public static Optional<String> repair(String text) {
        if (!isSuspect(text)) {
            return Optional.empty();
        }
        return decode(text).map(Nfc::of).filter(repaired -> isBetter(text, repaired));
    }

    /** Whether a byte sequence of UTF-8 begins somewhere: what good text has by chance only. */
    static boolean isSuspect(String text) {
        for (int i = 0; i + 1 < text.length(); i++) {
            int lead = toByte(text.charAt(i));
            int next = toByte(text.charAt(i + 1));
            if (lead >= 0xC2 && lead <= 0xF4 && next >= 0x80 && next <= 0xBF) {
                return true;
            }
        }
        return false;
    }

    private static Optional<String> decode(String text) {
        byte[] bytes = new byte[text.length()];
        for (int i = 0; i < bytes.length; i++) {
            int b = toByte(text.charAt(i));
            if (b < 0) {
                return Optional.empty();
            }
            bytes[i] = (byte) b;
        }
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    static boolean isWindows1252(char c) {
        return toByte(c) >= 0;
    }

    /** The byte that was read as this character; -1 for none. */
    private static int toByte(char c) {
        if (c < 0x100) {
            return c;
        }
        int at = WINDOWS_1252.indexOf(c);
        return at < 0 ? -1 : 0x80 + at;
    }

    /** «UBND XÃ”» is good text whose last two characters happen to be UTF-8 for Ô. */
    private static boolean isBetter(String text, String repaired) {
        int sequences = 0;
        boolean certain = false;
        for (int i = 0; i < repaired.length(); i++) {
            char c = repaired.charAt(i);
            if (c >= 0x80 && c < 0xA0) {
                return false;
            }
            sequences += c >= 0x80 ? 1 : 0;
            // Three bytes that fit are no chance, nor is Â before a sign.
            certain |= c >= 0x800 || c >= 0xA0 && c < 0xC0;
        }
        if (certain || sequences >= 3) {
            return true;
        }
        List<String> before = Words.of(text);
        List<String> after = Words.of(repaired);
        return Words.syllables(after) > Words.syllables(before) && Words.syllables(Words.evidence(before)) == 0;
    }
}
