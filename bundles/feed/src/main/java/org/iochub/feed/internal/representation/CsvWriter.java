package org.iochub.feed.internal.representation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.iochub.feed.internal.json.Json;
import org.iochub.reading.event.EventAttributes;
import org.iochub.reading.scope.Shown;

/** RFC 4180 with a byte order mark, so that spreadsheets read Vietnamese; nested lists stand in their cell as JSON. */
final class CsvWriter implements RecordWriter {
    private static final String BYTE_ORDER_MARK = "\uFEFF";
    /** With one of these a spreadsheet takes a text for a formula; the full-width ones count too. */
    private static final String FORMULA_STARTS = "=+-@\t\r\n＝＋－＠";

    private final EventAttributes attributes;
    private final List<List<String>> columns;

    /** @param columns paths into the data; an empty path is the whole of it */
    CsvWriter(EventAttributes attributes, List<List<String>> columns) {
        this.attributes = attributes;
        this.columns = columns;
    }

    @Override
    public void write(List<Shown> records, OutputStream out) throws IOException {
        StringBuilder line = new StringBuilder(BYTE_ORDER_MARK);
        EventAttributes.NAMES.forEach(name -> cell(line, name));
        columns.forEach(path -> cell(line, title(path)));
        end(line, out);
        for (Shown shown : records) {
            row(shown, line, out);
        }
    }

    /** A field that is called like an attribute says whose it is. */
    private static String title(List<String> path) {
        String name = path.isEmpty() ? "data" : String.join(".", path);
        return EventAttributes.NAMES.contains(name) ? "data." + name : name;
    }

    private void row(Shown shown, StringBuilder line, OutputStream out) throws IOException {
        Map<String, String> values = attributes.of(shown);
        EventAttributes.NAMES.forEach(name -> cell(line, values.getOrDefault(name, "")));
        JsonNode data = shown.isDelete() ? MissingNode.getInstance() : Json.tree(shown.data());
        for (List<String> path : columns) {
            JsonNode value = data;
            for (String name : path) {
                value = value.path(name);
            }
            cell(line, value);
        }
        end(line, out);
    }

    private static void cell(StringBuilder line, JsonNode value) {
        if (value.isMissingNode() || value.isNull()) {
            raw(line, "");
        } else if (value.isNumber()) {
            // A number is no formula, though it may start with a minus.
            raw(line, value.asText());
        } else if (value.isContainerNode()) {
            raw(line, new String(Json.bytes(value), StandardCharsets.UTF_8));
        } else {
            cell(line, value.asText());
        }
    }

    private static void cell(StringBuilder line, String text) {
        String trimmed = text.stripLeading();
        boolean formula = !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0
                || !trimmed.isEmpty() && FORMULA_STARTS.indexOf(trimmed.charAt(0)) >= 0;
        raw(line, formula ? "'" + text : text);
    }

    private static void raw(StringBuilder line, String text) {
        if (text.chars().anyMatch(c -> c == '"' || c == ',' || c == '\n' || c == '\r' || c == ';')) {
            line.append('"').append(text.replace("\"", "\"\"")).append('"');
        } else {
            line.append(text);
        }
        line.append(',');
    }

    private static void end(StringBuilder line, OutputStream out) throws IOException {
        line.setLength(line.length() - 1);
        line.append("\r\n");
        out.write(line.toString().getBytes(StandardCharsets.UTF_8));
        line.setLength(0);
    }
}
