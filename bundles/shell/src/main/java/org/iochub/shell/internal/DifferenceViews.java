package org.iochub.shell.internal;

import java.io.PrintStream;
import java.util.Map;
import java.util.TreeMap;
import org.iochub.core.difference.DifferenceExample;
import org.iochub.core.difference.DifferenceKind;
import org.iochub.core.difference.DifferenceReport;
import org.iochub.core.difference.FieldDifference;
import org.iochub.core.difference.RefusalDifference;

/** A report of differences, for people, in 80 columns. */
final class DifferenceViews {
    private DifferenceViews() {}

    static void print(DifferenceReport report, PrintStream out) {
        Table counts = Table.sheet();
        for (DifferenceKind kind : DifferenceKind.values()) {
            counts.entry(kind.wireName(), report.count(kind));
        }
        for (Map.Entry<String, Long> tally : new TreeMap<>(report.tallies()).entrySet()) {
            counts.entry(tally.getKey(), tally.getValue());
        }
        counts.print(out);
        fields(report, out);
        refusals(report, out);
    }

    private static void fields(DifferenceReport report, PrintStream out) {
        if (report.fields().isEmpty()) {
            return;
        }
        out.println();
        Table table = Table.of("field", "records", "before", "after");
        for (FieldDifference field : report.fields()) {
            table.row(
                    Table.cut(field.type() + " " + field.field(), 26),
                    field.records(),
                    field.examples().stream()
                            .findFirst()
                            .map(example -> Table.cut(shown(field, example, true), 18))
                            .orElse("-"),
                    field.examples().stream()
                            .findFirst()
                            .map(example -> Table.cut(shown(field, example, false), 18))
                            .orElse("-"));
        }
        table.print(out);
        if (report.otherChanges() > 0) {
            out.println("+ " + report.otherChanges() + " …");
        }
    }

    private static String shown(FieldDifference field, DifferenceExample example, boolean before) {
        if (field.personal()) {
            return "(cá nhân / personal)";
        }
        return (before ? example.before() : example.after()).orElse("-");
    }

    private static void refusals(DifferenceReport report, PrintStream out) {
        if (report.refusals().isEmpty()) {
            return;
        }
        out.println();
        Table table = Table.of("refused", "code", "records", "example");
        for (RefusalDifference refusal : report.refusals()) {
            table.row(
                    refusal.kind().wireName(),
                    Table.cut(refusal.code(), 20),
                    refusal.records(),
                    refusal.examples().stream()
                            .findFirst()
                            .map(where -> Table.cut(where, 24))
                            .orElse("-"));
        }
        table.print(out);
    }
}
