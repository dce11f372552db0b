package org.iochub.model.text;

import java.text.Normalizer;

/** Takes the five Vietnamese tone marks off letters, or all marks at once. */
final class Tones {
    /** Grave, hook above, tilde, acute, dot below: huyền, hỏi, ngã, sắc, nặng. */
    private static final String MARKS = "\u0300\u0309\u0303\u0301\u0323";

    private Tones() {}

    static boolean isTone(char c) {
        return MARKS.indexOf(c) >= 0;
    }

    /** The text in NFC without tones; circumflex, breve and horn stay. */
    static String without(String text) {
        StringBuilder out = new StringBuilder(text.length());
        String decomposed = Normalizer.normalize(text, Normalizer.Form.NFD);
        for (int i = 0; i < decomposed.length(); i++) {
            if (!isTone(decomposed.charAt(i))) {
                out.append(decomposed.charAt(i));
            }
        }
        return Normalizer.normalize(out, Normalizer.Form.NFC);
    }

    /** The text without any mark, đ and Đ as d and D: they do not decompose. */
    static String bare(String text) {
        StringBuilder out = new StringBuilder(text.length());
        String decomposed = Normalizer.normalize(text, Normalizer.Form.NFD);
        for (int i = 0; i < decomposed.length(); i++) {
            char c = decomposed.charAt(i);
            if (c == 'đ') {
                out.append('d');
            } else if (c == 'Đ') {
                out.append('D');
            } else if (Character.getType(c) != Character.NON_SPACING_MARK) {
                out.append(c);
            }
        }
        return out.toString();
    }
}
