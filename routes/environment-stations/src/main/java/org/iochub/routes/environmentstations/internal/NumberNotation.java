package org.iochub.routes.environmentstations.internal;

/** How a source writes numbers; never guessed, because {@code 1.234} is two numbers. */
public enum NumberNotation {
    /** {@code 1.234,5}. */
    VI,
    /** {@code 1,234.5}. */
    EN
}
