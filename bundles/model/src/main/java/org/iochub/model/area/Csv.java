package org.iochub.model.area;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.iochub.model.FaultException;
import org.iochub.model.text.Nfc;

/** Reads the plain lists of areas: comma-separated, a header line, optional quotes, no line breaks within a value. */
public final class Csv {
    /** One line, by column name; an absent or empty value is the empty string. */
    public record Row(int line, Map<String, String> values) {
        public String get(String column) {
            return values.getOrDefault(column, "");
        }

        /** @throws FaultException {@code bad-area-list} when it is empty */
        public String require(String column) {
            String value = get(column);
            if (value.isEmpty()) {
                throw fault(
                        line,
                        "cột «" + column + "» không được để trống.",
                        "the column \"" + column + "\" must not be empty.");
            }
            return value;
        }
    }

    private Csv() {}

    /** @throws FaultException {@code bad-area-list} for the first line that does not fit the header */
    static List<Row> read(Reader source) {
        return read(source, (line, fault) -> {
            throw fault;
        });
    }

    /**
     * Every line that fits the header, in order; the reader is read to its end and closed.
     *
     * @param unfit told of each other line, by its number
     * @throws UncheckedIOException when it cannot be read or is not in the reader's encoding
     */
    public static List<Row> read(Reader source, BiConsumer<Integer, FaultException> unfit) {
        List<Row> rows = new ArrayList<>();
        try (BufferedReader lines = new BufferedReader(source)) {
            List<String> header = List.of();
            int number = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                if (number == 1) {
                    header = split(line.startsWith("\uFEFF") ? line.substring(1) : line);
                } else if (!line.isBlank()) {
                    addRow(rows, number, header, line, unfit);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return rows;
    }

    private static void addRow(
            List<Row> rows, int number, List<String> header, String line, BiConsumer<Integer, FaultException> unfit) {
        try {
            rows.add(row(number, header, split(line)));
        } catch (FaultException e) {
            unfit.accept(number, e);
        }
    }

    private static Row row(int number, List<String> header, List<String> cells) {
        if (cells.size() > header.size()) {
            throw fault(
                    number,
                    "có " + cells.size() + " giá trị nhưng tiêu đề chỉ có " + header.size() + " cột.",
                    "has " + cells.size() + " values but the header has " + header.size() + " columns.");
        }
        Map<String, String> values = new HashMap<>();
        for (int i = 0; i < cells.size(); i++) {
            values.put(header.get(i), Nfc.of(cells.get(i)));
        }
        return new Row(number, values);
    }

    private static List<String> split(String line) {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"') {
                // A doubled quote within quotes stands for one.
                if (quoted && i + 1 < line.length() && line.charAt(i + 1) == '"') {
                    cell.append(c);
                    i++;
                } else {
                    quoted = !quoted;
                }
            } else if (c == ',' && !quoted) {
                cells.add(cell.toString().strip());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        cells.add(cell.toString().strip());
        return cells;
    }

    static FaultException fault(int line, String vi, String en) {
        return FaultException.of(
                "bad-area-list", "line " + line, "Dòng " + line + ": " + vi, "Line " + line + ": " + en);
    }
}
