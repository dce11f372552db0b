package org.iochub.model;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How much of personal data a reader sees. */
public enum PersonalAccess {
    /** Personal fields are absent; free text in other fields is scanned. */
    NONE,
    /** Personal fields are there, masked; free text is scanned. */
    MASKED,
    /** Everything as it is. */
    FULL;

    @JsonValue
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
