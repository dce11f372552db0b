package org.iochub.model.text;

import java.util.ArrayList;
import java.util.List;

/** Takes text apart into what may be words, for judging encodings: marks of old fonts count as letters. */
final class Words {
    private Words() {}

    /** Runs of letters and of characters from U+00A1 to U+00FF, the soft hyphen among them. */
    static List<String> of(String text) {
        List<String> words = new ArrayList<>();
        int start = -1;
        for (int i = 0; i <= text.length(); i++) {
            boolean inWord = i < text.length() && isWordChar(text.charAt(i));
            if (inWord && start < 0) {
                start = i;
            } else if (!inWord && start >= 0) {
                words.add(text.substring(start, i));
                start = -1;
            }
        }
        return words;
    }

    static boolean isWordChar(char c) {
        return Character.isLetter(c) || c >= '\u00A1' && c <= '\u00FF' || c == '_';
    }

    static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 0x80) {
                return false;
            }
        }
        return true;
    }

    /** Words that carry evidence of an encoding: not ASCII, and more than one character. */
    static List<String> evidence(List<String> words) {
        return words.stream()
                .filter(word -> word.length() > 1 && !isAscii(word))
                .toList();
    }

    static long syllables(List<String> words) {
        return words.stream().filter(Syllables::isSyllable).count();
    }
}
