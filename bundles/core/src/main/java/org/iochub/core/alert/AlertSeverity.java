package org.iochub.core.alert;

import java.util.Locale;
import org.iochub.model.Text;

/** How soon somebody has to look, mildest first. */
public enum AlertSeverity {
    /** Today. */
    WARNING("Cảnh báo", "Warning"),
    /** Now, whatever the hour. */
    CRITICAL("Nghiêm trọng", "Critical");

    private final Text title;

    AlertSeverity(String vi, String en) {
        this.title = Text.of(vi, en);
    }

    public Text title() {
        return title;
    }

    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
