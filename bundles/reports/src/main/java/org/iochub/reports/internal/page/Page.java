package org.iochub.reports.internal.page;

import java.util.List;
import org.iochub.model.Text;

/**
 * A report as it is laid out, whatever its form: a title, a few facts, tables.
 *
 * @param subtitle the period
 */
public record Page(Text title, Text subtitle, List<Fact> facts, List<Section> sections) {
    /** One figure on top. */
    public record Fact(Text name, String value) {}

    /**
     * A table.
     *
     * @param key kebab-case, for machines
     * @param note what to know of it; empty for nothing
     * @param numeric which columns hold numbers
     */
    public record Section(
            String key, Text title, Text note, List<Text> columns, List<Boolean> numeric, List<Row> rows) {}

    /** @param marked somebody has to look @param cells as people read them */
    public record Row(boolean marked, List<String> cells) {
        public Row {
            cells = List.copyOf(cells);
        }
    }
}
