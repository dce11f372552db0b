package org.iochub.shell.internal;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A table of 80 characters. What a person may want to copy is never cut, it goes on in the next line; what is cut shows
 * that it was.
 */
final class Table {
    static final int WIDTH = 80;
    private static final int NARROWEST = 6;
    private static final String BETWEEN = " │ ";
    private static final int TEXT = 60;

    /** A cell that a terminal shows in a colour. */
    record Coloured(String text, Colour colour) {
        @Override
        public String toString() {
            return text;
        }
    }

    /** What a colour means; ANSI's numbers. */
    enum Colour {
        GOOD(32),
        DOUBTFUL(33),
        BAD(31);

        private final int number;

        Colour(int number) {
            this.number = number;
        }
    }

    private final List<String> columns;
    private final boolean headed;
    private final List<List<Object>> rows = new ArrayList<>();

    private Table(List<String> columns, boolean headed) {
        this.columns = columns;
        this.headed = headed;
    }

    static Table of(String... columns) {
        return new Table(List.of(columns), true);
    }

    /** Two columns: what and its value. */
    static Table sheet() {
        return new Table(List.of("", ""), false);
    }

    /** A row of a sheet; text goes on in further rows, and keeps its own lines. */
    Table entry(String what, Object value) {
        String name = what;
        for (String line : paragraphs(String.valueOf(value))) {
            row(name, line);
            name = "";
        }
        return this;
    }

    Table row(Object... cells) {
        if (cells.length != columns.size()) {
            throw new IllegalArgumentException("a row of " + columns.size() + " cells: " + Arrays.toString(cells));
        }
        rows.add(List.of(cells));
        return this;
    }

    void print(PrintStream out) {
        print(out, false);
    }

    /** @param colours whether the reader is a terminal that knows them */
    void print(PrintStream out, boolean colours) {
        int[] widths = widths();
        if (headed) {
            line(out, columns, widths, false);
            List<String> rule = new ArrayList<>();
            for (int width : widths) {
                rule.add("─".repeat(width));
            }
            out.println(String.join("─┼─", rule));
        }
        rows.forEach(row -> line(out, row, widths, colours));
    }

    /** As wide as their cells, the widest made narrower until all fit. */
    private int[] widths() {
        int[] widths = new int[columns.size()];
        for (int i = 0; i < widths.length; i++) {
            widths[i] = columns.get(i).length();
            for (List<Object> row : rows) {
                widths[i] = Math.max(widths[i], length(row.get(i).toString()));
            }
        }
        int[] words = new int[columns.size()];
        for (int i = 0; i < words.length; i++) {
            words[i] = Math.max(NARROWEST, longestWord(i));
        }
        // What has spaces goes on in the next line; only then an id is broken, too.
        narrow(widths, words);
        Arrays.fill(words, NARROWEST);
        narrow(widths, words);
        return widths;
    }

    private static void narrow(int[] widths, int[] least) {
        int most = WIDTH - BETWEEN.length() * (widths.length - 1);
        while (Arrays.stream(widths).sum() > most) {
            int widest = -1;
            for (int i = 0; i < widths.length; i++) {
                if (widths[i] > least[i] && (widest < 0 || widths[i] > widths[widest])) {
                    widest = i;
                }
            }
            if (widest < 0) {
                return;
            }
            widths[widest]--;
        }
    }

    private int longestWord(int column) {
        int longest = columns.get(column).length();
        for (List<Object> row : rows) {
            for (String word : row.get(column).toString().split("\\s+")) {
                longest = Math.max(longest, length(word));
            }
        }
        return longest;
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    private static void line(PrintStream out, List<?> cells, int[] widths, boolean colours) {
        List<List<String>> folded = new ArrayList<>();
        int height = 1;
        for (int i = 0; i < widths.length; i++) {
            folded.add(fold(cells.get(i).toString(), widths[i]));
            height = Math.max(height, folded.get(i).size());
        }
        for (int at = 0; at < height; at++) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < widths.length; i++) {
                String text = at < folded.get(i).size() ? folded.get(i).get(at) : "";
                line.append(i == 0 ? "" : BETWEEN).append(colours ? painted(cells.get(i), text) : text);
                if (i < widths.length - 1) {
                    line.append(" ".repeat(Math.max(0, widths[i] - length(text))));
                }
            }
            out.println(line);
        }
    }

    private static String painted(Object cell, String text) {
        return cell instanceof Coloured one ? "\u001b[" + one.colour().number + "m" + text + "\u001b[0m" : text;
    }

    /** Pieces of a width; nothing is lost. */
    private static List<String> fold(String text, int width) {
        List<String> pieces = new ArrayList<>();
        String rest = text.replace('\n', ' ').replace('\t', ' ');
        while (length(rest) > width) {
            int end = rest.offsetByCodePoints(0, width);
            int space = rest.lastIndexOf(' ', end);
            int at = space > width / 2 ? space : end;
            pieces.add(rest.substring(0, at));
            rest = rest.substring(at).stripLeading();
        }
        pieces.add(rest);
        return pieces;
    }

    static String cut(String text, int width) {
        String line = text.replaceAll("\\s+", " ").trim();
        return line.length() <= width ? line : line.substring(0, width - 1) + "…";
    }

    private static List<String> paragraphs(String text) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String paragraph : text.split("\n")) {
            for (String word : paragraph.split("\\s+")) {
                if (!line.isEmpty() && line.length() + 1 + word.length() > TEXT) {
                    lines.add(line.toString());
                    line.setLength(0);
                }
                line.append(line.isEmpty() ? "" : " ").append(word);
            }
            lines.add(line.toString());
            line.setLength(0);
        }
        return lines;
    }
}
