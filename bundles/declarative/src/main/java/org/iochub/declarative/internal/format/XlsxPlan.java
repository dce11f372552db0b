package org.iochub.declarative.internal.format;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What to read of a workbook.
 *
 * @param sheetName the one sheet by name; empty when another way is used
 * @param sheetIndex the one sheet by place, from 1; 0 when another way is used
 * @param sheetPattern every visible sheet whose name it is found in; with none of the three, every visible sheet
 * @param header rows with headings, from 1; none names columns by their letters
 * @param dataFrom the first row of data
 * @param columns headings or letters by field; without any, every column is a field under its heading
 * @param fillDown headings, letters or fields where an empty cell means what stands above it
 */
record XlsxPlan(
        Optional<String> sheetName,
        int sheetIndex,
        Optional<SafePattern> sheetPattern,
        List<Integer> header,
        int dataFrom,
        boolean untilEmpty,
        Optional<SafePattern> until,
        Optional<SafePattern> skip,
        Map<String, String> columns,
        List<String> fillDown,
        Optional<Unpivot> unpivot) {
    /**
     * Columns that become rows.
     *
     * @param columns their headings or letters; a pattern of headings instead when there are none
     * @param name the field that gets a column's heading
     * @param value the field that gets the cell
     */
    record Unpivot(List<String> columns, Optional<SafePattern> pattern, String name, String value) {}

    static XlsxPlan compile(Options options) {
        JsonNode sheet = options.node().path("sheet");
        boolean all = sheet.isTextual() && sheet.asText().equals("all") || options.has("sheets");
        if (options.has("sheet") && options.has("sheets")) {
            options.wrong("sheets", "Chỉ dùng một trong sheet và sheets.", "Use only one of sheet and sheets.");
        }
        List<Integer> header = header(options);
        int last = header.isEmpty() ? 0 : header.get(header.size() - 1);
        int dataFrom = options.integer("dataFrom", last + 1);
        if (dataFrom <= last) {
            options.wrong(
                    "dataFrom",
                    "dataFrom phải nằm dưới dòng tiêu đề cuối cùng (" + last + ").",
                    "dataFrom must be below the last heading row (" + last + ").");
        }
        boolean untilEmpty = options.text("until", "").equals("empty");
        Map<String, String> columns = new LinkedHashMap<>();
        options.node()
                .path("columns")
                .properties()
                .forEach(entry -> columns.put(
                        entry.getKey(), Headings.clean(entry.getValue().asText())));
        return new XlsxPlan(
                !all && sheet.isTextual() ? Optional.of(Headings.clean(sheet.asText())) : Optional.empty(),
                all || sheet.isTextual() ? 0 : sheet.asInt(1),
                options.pattern("sheets"),
                header,
                dataFrom,
                untilEmpty,
                untilEmpty ? Optional.empty() : options.pattern("until"),
                options.pattern("skip"),
                columns,
                options.texts("fillDown").stream().map(Headings::clean).toList(),
                unpivot(options));
    }

    private static List<Integer> header(Options options) {
        JsonNode header = options.node().path("header");
        List<Integer> rows = new ArrayList<>();
        if (header.isArray()) {
            header.forEach(row -> rows.add(row.asInt()));
        } else if (!header.isBoolean() || header.asBoolean()) {
            rows.add(header.asInt(1) == 0 || header.isBoolean() ? 1 : header.asInt(1));
        }
        if (rows.stream().sorted().distinct().count() < rows.size()
                || !rows.stream().sorted().toList().equals(rows)) {
            options.wrong(
                    "header",
                    "Các dòng tiêu đề phải khác nhau và xếp từ trên xuống.",
                    "The heading rows must differ and go from top to bottom.");
        }
        return List.copyOf(rows);
    }

    private static Optional<Unpivot> unpivot(Options options) {
        if (!options.has("unpivot")) {
            return Optional.empty();
        }
        Options inner = options.within("unpivot");
        boolean list = inner.node().path("columns").isArray();
        return Optional.of(new Unpivot(
                list ? inner.texts("columns").stream().map(Headings::clean).toList() : List.of(),
                list ? Optional.empty() : inner.pattern("columns"),
                inner.text("name", "name"),
                inner.text("value", "value")));
    }
}
