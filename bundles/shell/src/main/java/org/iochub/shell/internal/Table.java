package org.iochub.shell.internal;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.karaf.shell.support.table.Col;
import org.apache.karaf.shell.support.table.ShellTable;

/** A table of 80 characters. What a person may want to copy is never cut; what is cut shows that it was. */
final class Table {
    private static final int TEXT = 60;

    private final ShellTable table = new ShellTable();

    static Table of(String... columns) {
        Table table = new Table();
        for (String column : columns) {
            table.table.column(new Col(column));
        }
        table.table.emptyTableText("");
        return table;
    }

    /** Two columns: what and its value. */
    static Table sheet() {
        Table table = new Table();
        table.table.noHeaders();
        table.table.column(new Col(""));
        table.table.column(new Col(""));
        return table;
    }

    /** A row of a sheet; text goes on in further rows, and keeps its own lines. */
    Table entry(String what, Object value) {
        String name = what;
        for (String line : wrap(String.valueOf(value))) {
            row(name, line);
            name = "";
        }
        return this;
    }

    Table row(Object... cells) {
        table.addRow().addContent(cells);
        return this;
    }

    void print(PrintStream out) {
        table.print(out, StandardCharsets.UTF_8, true);
    }

    static String cut(String text, int width) {
        String line = text.replaceAll("\\s+", " ").trim();
        return line.length() <= width ? line : line.substring(0, width - 1) + "…";
    }

    /** ShellTable wraps too, but loses what stands at the edge. */
    private static List<String> wrap(String text) {
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
