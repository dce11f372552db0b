package org.iochub.routes.health.internal;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The chapters of ICD-10, which are the groups that visits are counted by: coarse enough that a group says little of
 * anybody, and stable over the yearly lists.
 */
enum IcdChapter {
    I("A00", "B99"),
    II("C00", "D48"),
    III("D50", "D89"),
    IV("E00", "E90"),
    V("F00", "F99"),
    VI("G00", "G99"),
    VII("H00", "H59"),
    VIII("H60", "H95"),
    IX("I00", "I99"),
    X("J00", "J99"),
    XI("K00", "K93"),
    XII("L00", "L99"),
    XIII("M00", "M99"),
    XIV("N00", "N99"),
    XV("O00", "O99"),
    XVI("P00", "P96"),
    XVII("Q00", "Q99"),
    XVIII("R00", "R99"),
    XIX("S00", "T98"),
    XX("V01", "Y98"),
    XXI("Z00", "Z99"),
    XXII("U00", "U99");

    private static final Pattern CATEGORY = Pattern.compile("[A-Z][0-9]{2}");

    private final String first;
    private final String last;

    IcdChapter(String first, String last) {
        this.first = first;
        this.last = last;
    }

    /** @param category the first three characters of a code; empty when no chapter has it */
    static Optional<IcdChapter> of(String category) {
        if (!CATEGORY.matcher(category).matches()) {
            return Optional.empty();
        }
        for (IcdChapter chapter : values()) {
            if (category.compareTo(chapter.first) >= 0 && category.compareTo(chapter.last) <= 0) {
                return Optional.of(chapter);
            }
        }
        return Optional.empty();
    }
}
