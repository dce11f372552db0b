package org.iochub.model.text;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** VNI for Windows, as its bytes look when taken for windows-1252: a vowel, then a character that stands for its marks. */
final class Vni {
    /** Marks behind a, e, o, u, y and behind ơ (ô) and ư (ö). */
    private static final Map<Character, Character> TONES = Map.of(
            'ù', '\u0301', // sắc
            'ø', '\u0300', // huyền
            'û', '\u0309', // hỏi
            'õ', '\u0303', // ngã
            'ï', '\u0323'); // nặng

    /** Marks that put a circumflex on a, e, o, with a tone or without. */
    private static final Map<Character, String> CIRCUMFLEX = Map.of(
            'â', "\u0302",
            'á', "\u0302\u0301",
            'à', "\u0302\u0300",
            'å', "\u0302\u0309",
            'ã', "\u0302\u0303",
            'ä', "\u0302\u0323");

    /** Marks that put a breve on a. */
    private static final Map<Character, String> BREVE = Map.of(
            'ê', "\u0306",
            'é', "\u0306\u0301",
            'è', "\u0306\u0300",
            'ú', "\u0306\u0309",
            'ü', "\u0306\u0303",
            'ë', "\u0306\u0323");

    /** Letters of their own. */
    private static final Map<Character, String> LETTERS =
            Map.of('ñ', "đ", 'ô', "ơ", 'ö', "ư", 'æ', "ỉ", 'ó', "ĩ", 'ò', "ị", 'î', "ỵ", 'í', "í", 'ì', "ì");

    private Vni() {}

    /** The text, or nothing when it has a character that VNI does not have in its place. */
    static Optional<String> decode(String text) {
        StringBuilder out = new StringBuilder(text.length() + 8);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            char lower = Character.toLowerCase(c);
            if (c < 0x80) {
                out.append(c);
            } else if (LETTERS.containsKey(lower)) {
                append(out, LETTERS.get(lower), c != lower);
            } else if (Character.isLetter(c)) {
                return Optional.empty();
            } else {
                out.append(c);
                continue;
            }
            if (i + 1 < text.length()) {
                String marks = marks(lower, Character.toLowerCase(text.charAt(i + 1)));
                if (!marks.isEmpty()) {
                    out.append(marks);
                    i++;
                }
            }
        }
        return Optional.of(Nfc.of(out.toString()));
    }

    private static void append(StringBuilder out, String letter, boolean capital) {
        out.append(capital ? letter.toUpperCase(Locale.ROOT) : letter);
    }

    private static String marks(char vowel, char mark) {
        Character tone = TONES.get(mark);
        if (tone != null && "aeouyôö".indexOf(vowel) >= 0) {
            return tone.toString();
        }
        if (CIRCUMFLEX.containsKey(mark) && "aeo".indexOf(vowel) >= 0) {
            return CIRCUMFLEX.get(mark);
        }
        return BREVE.containsKey(mark) && vowel == 'a' ? BREVE.get(mark) : "";
    }
}
