package org.iochub.feed.internal.export;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** An Office Open XML workbook; rows beyond what a sheet can hold go on in the next one, under the same headings. */
final class XlsxSheet implements Sheet {
    /** What the format allows. */
    private static final int MOST_ROWS = 1_048_576;

    private static final int MOST_CHARACTERS = 32_767;
    /** Rows kept in memory. */
    private static final int FLUSH = 500;

    private static final int WIDEST = 40;

    private final Workbook workbook;
    private final String name;
    private List<String> headings = List.of();
    private Optional<Worksheet> sheet = Optional.empty();
    private int sheets;
    private int row;

    /** @param name of the sheet: no more than 25 characters, none of {@code []:*?/\} */
    XlsxSheet(OutputStream out, String name) {
        this.workbook = new Workbook(out, "IOC Hub", "1.0");
        this.name = name;
    }

    @Override
    public void headings(List<String> titles) throws IOException {
        headings = List.copyOf(titles);
        nextSheet();
    }

    private Worksheet nextSheet() throws IOException {
        if (sheet.isPresent()) {
            sheet.get().finish();
        }
        sheets++;
        Worksheet next = workbook.newWorksheet(sheets == 1 ? name : name + " " + sheets);
        next.freezePane(0, 1);
        for (int column = 0; column < headings.size(); column++) {
            next.inlineString(0, column, headings.get(column));
            next.style(0, column).bold().wrapText(true).set();
            next.width(
                    column, Math.min(WIDEST, Math.max(12, headings.get(column).length() + 2)));
        }
        row = 1;
        sheet = Optional.of(next);
        return next;
    }

    @Override
    public void row(List<Optional<Object>> cells) throws IOException {
        Worksheet target = row == MOST_ROWS ? nextSheet() : sheet.orElseThrow();
        for (int column = 0; column < cells.size(); column++) {
            if (cells.get(column).isPresent()) {
                put(target, column, cells.get(column).get());
            }
        }
        row++;
        if (row % FLUSH == 0) {
            target.flush();
        }
    }

    private void put(Worksheet target, int column, Object value) {
        if (value instanceof BigDecimal number) {
            target.value(row, column, number);
        } else if (value instanceof Boolean truth) {
            target.value(row, column, truth);
        } else if (value instanceof LocalDate day) {
            target.value(row, column, day);
            target.style(row, column).format("dd/mm/yyyy").set();
        } else if (value instanceof LocalDateTime time) {
            target.value(row, column, time);
            target.style(row, column).format("dd/mm/yyyy hh:mm:ss").set();
        } else {
            target.inlineString(row, column, clean(value.toString()));
        }
    }

    /** Without what XML cannot hold, and no longer than a cell. */
    private static String clean(String text) {
        StringBuilder kept = new StringBuilder(Math.min(text.length(), MOST_CHARACTERS));
        text.codePoints()
                .filter(c -> c >= ' ' || c == '\n' || c == '\t')
                .filter(c -> c != 0xFFFE && c != 0xFFFF)
                .limit(MOST_CHARACTERS)
                .forEach(kept::appendCodePoint);
        return kept.length() > MOST_CHARACTERS ? kept.substring(0, MOST_CHARACTERS) : kept.toString();
    }

    @Override
    public void end() throws IOException {
        if (sheet.isPresent()) {
            sheet.get().finish();
        }
        workbook.finish();
    }
}
