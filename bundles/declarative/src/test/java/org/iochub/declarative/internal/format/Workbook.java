package org.iochub.declarative.internal.format;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A workbook written by hand, part by part. */
final class Workbook {
    private final Map<String, byte[]> parts = new LinkedHashMap<>();
    private final List<String> sheets = new ArrayList<>();
    private final List<String> shared = new ArrayList<>();

    /** @param body rows, and what stands behind them such as merged cells */
    Workbook sheet(String name, String rows, String behind) {
        return sheet(name, "", rows, behind);
    }

    Workbook hidden(String name, String rows) {
        return sheet(name, " state=\"hidden\"", rows, "");
    }

    private Workbook sheet(String name, String state, String rows, String behind) {
        int number = sheets.size() + 1;
        sheets.add("<sheet name=\"" + name + "\" sheetId=\"" + number + "\"" + state + " r:id=\"rId" + number + "\"/>");
        return part(
                "xl/worksheets/sheet" + number + ".xml",
                "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>" + rows
                        + "</sheetData>" + behind + "</worksheet>");
    }

    Workbook part(String name, String text) {
        parts.put(name, text.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    Workbook without(String name) {
        parts.remove(name);
        return this;
    }

    Workbook shared(String... texts) {
        shared.addAll(List.of(texts));
        return this;
    }

    byte[] bytes() {
        Map<String, byte[]> all = new LinkedHashMap<>();
        StringBuilder relations = new StringBuilder();
        for (int i = 1; i <= sheets.size(); i++) {
            relations.append("<Relationship Id=\"rId" + i + "\" Target=\"worksheets/sheet" + i + ".xml\"/>");
        }
        StringBuilder strings = new StringBuilder();
        shared.forEach(text -> strings.append("<si><t>").append(text).append("</t></si>"));
        put(
                all,
                "[Content_Types].xml",
                "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                        + override("/xl/workbook.xml", "sheet.main+xml")
                        + override("/xl/sharedStrings.xml", "sharedStrings+xml")
                        + override("/xl/styles.xml", "styles+xml") + "</Types>");
        put(
                all,
                "xl/workbook.xml",
                "<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\""
                        + " xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets>"
                        + String.join("", sheets) + "</sheets></workbook>");
        put(
                all,
                "xl/_rels/workbook.xml.rels",
                "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">" + relations
                        + "</Relationships>");
        put(
                all,
                "xl/sharedStrings.xml",
                "<sst xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">" + strings + "</sst>");
        // Styles 0 to 5: general, date, date and time, own date, own time, own number with a d in quotes.
        put(
                all,
                "xl/styles.xml",
                "<styleSheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">"
                        + "<numFmts><numFmt numFmtId=\"164\" formatCode=\"dd/mm/yyyy\"/>"
                        + "<numFmt numFmtId=\"165\" formatCode=\"hh:mm\"/>"
                        + "<numFmt numFmtId=\"166\" formatCode=\"#,##0&quot; d&quot;\"/></numFmts>"
                        + "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"22\"/><xf numFmtId=\"164\"/>"
                        + "<xf numFmtId=\"165\"/><xf numFmtId=\"166\"/></cellXfs></styleSheet>");
        all.putAll(parts);
        try {
            return CompressionTest.zip(all);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String override(String part, String type) {
        return "<Override PartName=\"" + part
                + "\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml." + type + "\"/>";
    }

    private static void put(Map<String, byte[]> parts, String name, String text) {
        parts.put(name, text.getBytes(StandardCharsets.UTF_8));
    }

    /** A row of texts and numbers; a null is no cell. */
    static String row(int number, Object... cells) {
        StringBuilder row = new StringBuilder("<row r=\"" + number + "\">");
        for (int i = 0; i < cells.length; i++) {
            String at = MergedCells.letters(i) + number;
            if (cells[i] instanceof String text) {
                row.append("<c r=\"" + at + "\" t=\"inlineStr\"><is><t>" + text + "</t></is></c>");
            } else if (cells[i] instanceof Number value) {
                row.append("<c r=\"" + at + "\"><v>" + value + "</v></c>");
            }
        }
        return row.append("</row>").toString();
    }
}
