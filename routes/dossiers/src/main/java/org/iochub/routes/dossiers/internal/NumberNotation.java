package org.iochub.routes.dossiers.internal;

/** How a source writes numbers in text; never guessed, because {@code 1.234} is two numbers. */
public enum NumberNotation {
    /** {@code 1.234,5}. */
    VI,
    /** {@code 1,234.5}. */
    EN
}
