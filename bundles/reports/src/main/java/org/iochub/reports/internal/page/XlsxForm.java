package org.iochub.reports.internal.page;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.iochub.model.Text;
import org.iochub.reports.internal.page.Page.Fact;
import org.iochub.reports.internal.page.Page.Row;
import org.iochub.reports.internal.page.Page.Section;

/** For the file: a sheet of facts, and one for each table; numbers are numbers. Pure. */
public final class XlsxForm {
    private static final int LONGEST_NAME = 31;

    private XlsxForm() {}

    public static byte[] of(Page page) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(bytes, "IOC Hub", "1.0")) {
            facts(book.newWorksheet("Tổng hợp"), page);
            for (Section section : page.sections()) {
                String name = section.title().vi().replaceAll("[\\[\\]:*?/\\\\]", " ");
                table(
                        book.newWorksheet(name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name),
                        section);
            }
        }
        return bytes.toByteArray();
    }

    private static void facts(Worksheet sheet, Page page) {
        sheet.value(0, 0, page.title().vi());
        sheet.style(0, 0).bold().fontSize(14).set();
        sheet.value(1, 0, page.subtitle().vi());
        sheet.width(0, 60);
        int line = 3;
        for (Fact fact : page.facts()) {
            sheet.value(line, 0, both(fact.name()));
            cell(sheet, line++, 1, fact.value(), true);
        }
    }

    private static void table(Worksheet sheet, Section section) {
        for (int column = 0; column < section.columns().size(); column++) {
            sheet.value(0, column, both(section.columns().get(column)));
            sheet.style(0, column).bold().wrapText(true).fillColor("E8EEF5").set();
            sheet.width(column, section.numeric().get(column) ? 14 : 30);
        }
        sheet.freezePane(0, 1);
        int line = 1;
        for (Row row : section.rows()) {
            for (int column = 0; column < row.cells().size(); column++) {
                cell(
                        sheet,
                        line,
                        column,
                        row.cells().get(column),
                        section.numeric().get(column));
                if (row.marked()) {
                    sheet.style(line, column).fillColor("FFF1E5").set();
                }
            }
            line++;
        }
    }

    private static void cell(Worksheet sheet, int line, int column, String text, boolean numeric) {
        if (numeric && text.matches("-?\\d{1,3}(\\.\\d{3})*(,\\d+)?")) {
            // As people in Viet Nam write numbers.
            sheet.value(line, column, Double.parseDouble(text.replace(".", "").replace(',', '.')));
        } else {
            sheet.value(line, column, text);
        }
    }

    private static String both(Text text) {
        return text.vi().equals(text.en()) ? text.vi() : text.vi() + " / " + text.en();
    }
}
