package org.iochub.routes.transport.internal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.iochub.api.RawPart;
import org.iochub.model.FaultException;

/** One table of a feed: CSV as RFC 4180 has it, in UTF-8, the first row naming the columns. Holds one row at a time. */
final class Csv {
    private static final int LONGEST = 1 << 16;
    private static final int MOST_COLUMNS = 200;

    /** A row by the names of its columns. */
    record Row(String file, long line, Map<String, String> fields, String text) {
        /** Empty when the column is missing or blank. */
        Optional<String> get(String column) {
            return Optional.ofNullable(fields.get(column)).filter(value -> !value.isEmpty());
        }

        /** @throws FaultException {@code missing-field} */
        String require(String column) {
            return get(column)
                    .orElseThrow(() -> FaultException.of(
                            "missing-field",
                            column,
                            "Thiếu «" + column + "»; hãy bổ sung ở nguồn.",
                            "«" + column + "» is missing; add it at the source."));
        }

        String position() {
            return file + " line " + line;
        }

        RawPart raw() {
            return RawPart.of(position(), text);
        }
    }

    private final String file;
    private final BufferedReader in;
    private final StringBuilder text = new StringBuilder();
    private final List<String> columns;
    private long line = 1;
    private long start;

    /** @param in not closed: it may be one file of several */
    Csv(String file, InputStream in) throws IOException {
        this.file = file;
        this.in = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        this.columns = fields().stream()
                .map(name -> name.replace("\uFEFF", "").strip())
                .toList();
        if (columns.stream().distinct().count() != columns.size() && !columns.isEmpty()) {
            throw broken("có cột trùng tên", "names a column twice");
        }
    }

    /** The next row that holds anything; empty at the end. */
    Optional<Row> next() throws IOException {
        while (true) {
            List<String> values = fields();
            if (values.isEmpty()) {
                return Optional.empty();
            }
            if (values.size() > 1 || !values.get(0).isBlank()) {
                Map<String, String> fields = new HashMap<>();
                for (int i = 0; i < Math.min(values.size(), columns.size()); i++) {
                    fields.put(columns.get(i), values.get(i).strip());
                }
                return Optional.of(new Row(file, start, fields, text.toString()));
            }
        }
    }

    /** Empty at the end of the file. */
    private List<String> fields() throws IOException {
        List<String> fields = new ArrayList<>();
        StringBuilder field = new StringBuilder();
        text.setLength(0);
        start = line;
        boolean quoted = false;
        int c = read();
        if (c < 0) {
            return fields;
        }
        for (; c >= 0 && (quoted || c != '\n'); c = read()) {
            if (c == '"') {
                // A doubled quote closes and opens again; the one that is meant was seen in between.
                if (!quoted && text.length() > 1 && text.charAt(text.length() - 2) == '"') {
                    field.append('"');
                }
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                add(fields, field);
            } else if (c != '\r' || quoted) {
                field.append((char) c);
            }
        }
        if (quoted) {
            throw broken("có dấu ngoặc kép không đóng", "has a quote that does not end");
        }
        add(fields, field);
        return fields;
    }

    private void add(List<String> fields, StringBuilder field) {
        if (fields.size() >= MOST_COLUMNS) {
            throw broken("có quá nhiều cột", "has too many columns");
        }
        fields.add(field.toString());
        field.setLength(0);
    }

    private int read() throws IOException {
        int c = in.read();
        if (c == '\n') {
            line++;
        }
        if (c >= 0) {
            if (text.length() >= LONGEST) {
                throw broken("có dòng quá dài", "has a row that is too long");
            }
            text.append((char) c);
        }
        return c;
    }

    private FaultException broken(String vi, String en) {
        return FaultException.of(
                "not-csv",
                file + " line " + start,
                "Bảng " + file + " " + vi + "; hãy kết xuất lại tệp GTFS.",
                "The table " + file + " " + en + "; export the GTFS file again.");
    }
}
