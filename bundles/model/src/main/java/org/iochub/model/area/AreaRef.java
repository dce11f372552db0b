package org.iochub.model.area;

import java.time.LocalDate;
import java.util.Objects;

/**
 * An administrative unit without a doubt: a code alone means different territory before and after a reform.
 *
 * @param code the official code
 * @param validFrom the first day of the unit's validity
 */
public record AreaRef(String code, LocalDate validFrom) {
    public AreaRef {
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(validFrom, "validFrom");
    }
}
