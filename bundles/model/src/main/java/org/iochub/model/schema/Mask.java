package org.iochub.model.schema;

/** How a personal field is shown at the level {@code masked}. */
public enum Mask {
    /** By the kind of the field: free text is scanned, places are rounded, other text keeps its tail, the rest goes. */
    AUTO,
    /** The last three characters: identity numbers and phones. Their first digits tell birthplace, sex and year. */
    TAIL,
    /** Initials: names of people. */
    INITIALS,
    /** Numbers that identify, wherever they stand in the text. */
    SCAN,
    /** As {@link #SCAN}, and without house numbers: addresses. */
    ADDRESS,
    /** Two decimals of a degree, about a kilometre: places. */
    ROUND,
    /** Not shown at all: pictures, pseudonyms, dates of birth. */
    DROP
}
