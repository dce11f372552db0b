package org.iochub.model.area;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.iochub.model.record.Area;

/**
 * The administrative units, each with its span of validity. Safe for any number of threads. The hub's own
 * takes up an operator's lists while it runs; each answer is of one state of them. Dates are days in
 * Asia/Ho_Chi_Minh.
 */
public interface Areas {
    /** What a name may mean at a date. */
    sealed interface Match {
        record Found(Area area) implements Match {}

        /** Homonyms: never guessed between. */
        record Ambiguous(List<Area> candidates) implements Match {}

        record Unknown() implements Match {}
    }

    /** The unit that bore the code on that day; empty when none did. */
    Optional<Area> byCode(String code, LocalDate at);

    /**
     * The unit that bore the code on that day, or a fault that says when the code was valid, if ever.
     *
     * @throws org.iochub.model.FaultException {@code unknown-area} or {@code area-not-valid}
     */
    AreaRef require(String code, LocalDate at);

    /**
     * The unit a name means on that day, by its matching key (tone placement, prefixes such as «Phường», case and
     * hyphens do not count).
     *
     * @param within only units below this one; empty for anywhere
     */
    Match byName(String name, Optional<AreaRef> within, LocalDate at);

    /** Every span of validity of a code, oldest first. */
    List<Area> spans(String code);

    /**
     * Every unit that is, or lies below, a unit with this code.
     *
     * @param at only the unit valid on that day and what lay below it; empty for all spans of the code
     */
    Set<AreaRef> withBelow(String code, Optional<LocalDate> at);

    /** All units, by code and validity. */
    List<Area> all();
}
