package org.iochub.declarative.internal.format;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A rectangle of cells that looks like one. Rows count from 1, columns from 0. */
record MergedCells(int firstRow, int lastRow, int firstColumn, int lastColumn) {
    private static final Pattern REFERENCE =
            Pattern.compile("\\$?([A-Z]{1,3})\\$?([0-9]{1,7}):\\$?([A-Z]{1,3})\\$?([0-9]{1,7})");

    private static final Pattern LETTERS = Pattern.compile("[A-Z]{1,3}");

    /** {@code B2:D2}; anything else is none. */
    static Optional<MergedCells> parse(String reference) {
        Matcher matcher = REFERENCE.matcher(reference);
        return matcher.matches()
                ? Optional.of(new MergedCells(
                        Integer.parseInt(matcher.group(2)),
                        Integer.parseInt(matcher.group(4)),
                        column(matcher.group(1)),
                        column(matcher.group(3))))
                : Optional.empty();
    }

    boolean has(int row, int column) {
        return row >= firstRow && row <= lastRow && column >= firstColumn && column <= lastColumn;
    }

    static boolean isColumn(String letters) {
        return LETTERS.matcher(letters).matches();
    }

    /** {@code A} is 0. */
    static int column(String letters) {
        int column = 0;
        for (int i = 0; i < letters.length(); i++) {
            column = column * 26 + letters.charAt(i) - 'A' + 1;
        }
        return column - 1;
    }

    static String letters(int column) {
        String letters = "";
        for (int rest = column + 1; rest > 0; rest = (rest - 1) / 26) {
            letters = (char) ('A' + (rest - 1) % 26) + letters;
        }
        return letters;
    }
}
