package org.iochub.declarative.internal.format;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.iochub.api.RawPart;

/** The records of one sheet. Holds the heading rows and one row. Used by one thread. */
final class XlsxSheetRows {
    private static final JsonMapper JSON = new JsonMapper();

    private final XlsxPlan plan;
    private final String sheet;
    private final List<MergedCells> merged;
    private final Iterator<org.dhatim.fastexcel.reader.Row> rows;
    private final Map<Integer, TreeMap<Integer, Object>> headingRows = new HashMap<>();
    private final Map<Integer, Object> above = new HashMap<>();
    private final Deque<Row> waiting = new ArrayDeque<>();
    private Optional<XlsxColumns> columns = Optional.empty();
    private boolean done;

    XlsxSheetRows(
            XlsxPlan plan, String sheet, List<MergedCells> merged, Iterator<org.dhatim.fastexcel.reader.Row> rows) {
        this.plan = plan;
        this.sheet = sheet;
        this.merged = merged;
        this.rows = rows;
    }

    /** The next record; empty at the sheet's end. */
    Optional<Row> next() throws IOException {
        while (waiting.isEmpty() && !done) {
            Optional<org.dhatim.fastexcel.reader.Row> row =
                    Workbooks.library(() -> rows.hasNext() ? Optional.of(rows.next()) : Optional.empty());
            if (row.isPresent()) {
                take(row.get().getRowNum(), XlsxCells.of(row.get()));
            } else {
                done = true;
                // A sheet that has nothing below its headings still has to have these.
                columns();
            }
        }
        return Optional.ofNullable(waiting.poll());
    }

    private void take(int number, TreeMap<Integer, Object> cells) {
        int lastHeading =
                plan.header().isEmpty() ? 0 : plan.header().get(plan.header().size() - 1);
        if (number <= lastHeading) {
            // Also rows between: a merged heading may begin in them.
            headingRows.put(number, cells);
            return;
        }
        if (number < plan.dataFrom() || done) {
            return;
        }
        XlsxColumns named = columns();
        if (ends(named, cells)) {
            done = true;
            return;
        }
        if (cells.isEmpty() || plan.skip().isPresent() && isIn(plan.skip().get(), cells)) {
            return;
        }
        Map<Integer, Object> own = new HashMap<>(cells);
        for (int column : named.filled()) {
            Object value = cells.get(column);
            if (value != null) {
                above.put(column, value);
            } else if (above.containsKey(column)) {
                own.put(column, above.get(column));
            }
        }
        emit(named, number, own);
    }

    private XlsxColumns columns() {
        if (columns.isEmpty()) {
            String position = "sheet '" + sheet + "'";
            TreeMap<Integer, String> headings = plan.header().isEmpty()
                    ? new TreeMap<>()
                    : XlsxColumns.headings(plan.header(), headingRows, merged);
            if (!plan.header().isEmpty() && headings.isEmpty()) {
                throw Headings.unreadable(position);
            }
            columns = Optional.of(XlsxColumns.find(plan, headings, position));
            headingRows.clear();
        }
        return columns.get();
    }

    private boolean ends(XlsxColumns named, TreeMap<Integer, Object> cells) {
        int first = named.fields().keySet().stream().min(Integer::compare).orElse(0);
        Object value = cells.get(first);
        return plan.untilEmpty() && value == null
                || value != null
                        && plan.until().isPresent()
                        && plan.until().get().isIn(value.toString());
    }

    private static boolean isIn(SafePattern pattern, TreeMap<Integer, Object> cells) {
        return cells.values().stream().anyMatch(value -> value instanceof String text && pattern.isIn(text));
    }

    private void emit(XlsxColumns named, int number, Map<Integer, Object> cells) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("@sheet", sheet);
        fields.put("@row", (long) number);
        if (named.fields().isEmpty()) {
            new TreeMap<>(cells).forEach((column, value) -> {
                if (!named.pivoted().containsKey(column)) {
                    fields.put(MergedCells.letters(column), value);
                }
            });
        }
        named.fields()
                .forEach((column, field) ->
                        Optional.ofNullable(cells.get(column)).ifPresent(value -> fields.put(field, value)));
        String position = "sheet '" + sheet + "' row " + number;
        if (plan.unpivot().isEmpty()) {
            waiting.add(found(fields, position));
            return;
        }
        XlsxPlan.Unpivot unpivot = plan.unpivot().get();
        named.pivoted().forEach((column, heading) -> {
            Object value = cells.get(column);
            if (value != null) {
                Map<String, Object> one = new LinkedHashMap<>(fields);
                one.put(unpivot.name(), heading);
                one.put(unpivot.value(), value);
                waiting.add(found(one, position + " column " + MergedCells.letters(column)));
            }
        });
    }

    private static Row found(Map<String, Object> fields, String position) {
        Map<String, Object> value = Collections.unmodifiableMap(fields);
        return new Row.Found(value, new RawPart(position, () -> new ByteArrayInputStream(json(value))));
    }

    /** A row has no bytes of its own within the file: its cells as they were read stand for it. */
    private static byte[] json(Map<String, Object> value) throws JsonProcessingException {
        return JSON.writeValueAsBytes(value);
    }
}
