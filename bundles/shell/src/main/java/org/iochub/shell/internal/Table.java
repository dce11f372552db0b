package org.iochub.shell.internal;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.apache.karaf.shell.support.table.Col;
import org.apache.karaf.shell.support.table.ShellTable;

/** A table of 80 characters. What a person may want to copy is never cut; what is cut shows that it was. */
final class Table {
    private static final int KEY = 16;
    private static final int VALUE = 60;

    private final ShellTable table = new ShellTable();

    static Table of(String... columns) {
        Table table = new Table();
        for (String column : columns) {
            table.table.column(new Col(column));
        }
        table.table.emptyTableText("");
        return table;
    }

    /** Two columns: what and its value, wrapped. */
    static Table sheet() {
        Table table = new Table();
        table.table.noHeaders();
        table.table.column(new Col("").maxSize(KEY));
        table.table.column(new Col("").maxSize(VALUE).wrap());
        return table;
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
}
