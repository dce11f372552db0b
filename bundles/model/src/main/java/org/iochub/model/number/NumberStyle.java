package org.iochub.model.number;

import java.util.regex.Pattern;

/** How a source writes numbers. A source declares its style; nobody guesses what {@code 1.234} means. */
public enum NumberStyle {
    /** {@code 1.234,5} */
    VI('.', ','),
    /** {@code 1,234.5} */
    EN(',', '.');

    private final char group;
    private final char decimal;
    private final Pattern shape;

    NumberStyle(char group, char decimal) {
        this.group = group;
        this.decimal = decimal;
        this.shape = Pattern.compile(
                "[+-]?(?:\\d+|\\d{1,3}(?:[" + group + "]\\d{3})+|\\d{1,3}(?: \\d{3})+)(?:[" + decimal + "]\\d+)?");
    }

    char group() {
        return group;
    }

    /** Digits, in groups of three or in none, then perhaps decimals, which are never grouped. */
    Pattern shape() {
        return shape;
    }

    char decimal() {
        return decimal;
    }
}
