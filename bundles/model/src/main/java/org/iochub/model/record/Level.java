package org.iochub.model.record;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** The level of an authority or unit. District data ends on 2025-06-30. */
public enum Level {
    CENTRAL,
    PROVINCE,
    DISTRICT,
    COMMUNE;

    @JsonValue
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
