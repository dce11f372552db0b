package org.iochub.core.quality;

import java.util.Locale;
import org.iochub.model.Text;

/** The four words that data are judged by. */
public enum Word {
    RIGHT("Đúng", "Right"),
    COMPLETE("Đủ", "Complete"),
    CLEAN("Sạch", "Clean"),
    LIVE("Sống", "Live");

    private final Text title;

    Word(String vi, String en) {
        this.title = Text.of(vi, en);
    }

    public Text title() {
        return title;
    }

    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
