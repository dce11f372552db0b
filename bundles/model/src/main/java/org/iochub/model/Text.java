package org.iochub.model;

import java.util.Objects;

/**
 * A sentence or name for people, in both languages of the hub. Vietnamese comes first wherever both are shown.
 *
 * @param vi Vietnamese, NFC
 * @param en English
 */
public record Text(String vi, String en) {
    public Text {
        Objects.requireNonNull(vi, "vi");
        Objects.requireNonNull(en, "en");
    }

    public static Text of(String vi, String en) {
        return new Text(vi, en);
    }

    /** The text in a language: {@code en} for English, anything else for Vietnamese. */
    public String in(String language) {
        return "en".equals(language) ? en : vi;
    }

    @Override
    public String toString() {
        return vi + " / " + en;
    }
}
