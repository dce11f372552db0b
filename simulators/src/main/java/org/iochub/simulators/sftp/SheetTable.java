package org.iochub.simulators.sftp;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * A sheet of a workbook.
 *
 * @param rows cells from column A on: texts and numbers; an empty text is no cell
 * @param merged areas of merged cells
 */
record SheetTable(String name, List<List<Object>> rows, List<Span> merged) {
    /** Merged cells, rows and columns from 0, all included. */
    record Span(int top, int left, int bottom, int right) {}

    /** The sheets as an .xlsx file. */
    static byte[] workbook(List<SheetTable> sheets) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(out, "Simulator", "1.0")) {
            for (SheetTable sheet : sheets) {
                sheet.write(workbook.newWorksheet(sheet.name()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private void write(Worksheet sheet) {
        for (int row = 0; row < rows.size(); row++) {
            List<Object> cells = rows.get(row);
            for (int column = 0; column < cells.size(); column++) {
                if (cells.get(column) instanceof Number number) {
                    sheet.value(row, column, number);
                } else if (!cells.get(column).equals("")) {
                    sheet.value(row, column, cells.get(column).toString());
                }
            }
        }
        merged.forEach(span -> sheet.range(span.top(), span.left(), span.bottom(), span.right())
                .merge());
    }
}
