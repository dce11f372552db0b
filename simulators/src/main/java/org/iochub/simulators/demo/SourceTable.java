package org.iochub.simulators.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** The sources as a table for people. */
final class SourceTable {
    private static final List<String> HEADINGS =
            List.of("NGUỒN / SOURCE", "TRẠNG THÁI / STATE", "NHẬN / ACCEPTED", "CÁCH LY / QUARANTINED");

    private SourceTable() {}

    static String of(List<JsonNode> sources) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(HEADINGS);
        sources.forEach(source -> rows.add(List.of(
                source.path("id").asText(),
                source.path("state").asText(),
                source.path("totals").path("accepted").asText("0"),
                source.path("totals").path("quarantined").asText("0"))));
        int[] widths = new int[HEADINGS.size()];
        rows.forEach(row -> {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], row.get(i).length());
            }
        });
        StringBuilder table = new StringBuilder();
        rows.forEach(row -> {
            for (int i = 0; i < widths.length; i++) {
                table.append(String.format("%-" + (widths[i] + 2) + "s", row.get(i)));
            }
            table.append('\n');
        });
        return table.toString();
    }
}
