package org.iochub.feed.internal.export;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;

/** RFC 4180 with a byte order mark, or the same as a spreadsheet with Vietnamese settings reads and writes it. */
final class CsvSheet implements Sheet {
    /** How cells are separated and values written. */
    enum Dialect {
        /** Commas, decimal points, ISO dates. */
        RFC4180(',', "uuuu-MM-dd", "uuuu-MM-dd'T'HH:mm:ss"),
        /** Semicolons, decimal commas, day before month. */
        EXCEL_VI(';', "dd/MM/uuuu", "dd/MM/uuuu HH:mm:ss");

        private final char separator;
        private final DateTimeFormatter date;
        private final DateTimeFormatter dateTime;

        Dialect(char separator, String date, String dateTime) {
            this.separator = separator;
            this.date = DateTimeFormatter.ofPattern(date);
            this.dateTime = DateTimeFormatter.ofPattern(dateTime);
        }

        private String number(BigDecimal value) {
            String plain = value.toPlainString();
            return this == EXCEL_VI ? plain.replace('.', ',') : plain;
        }
    }

    private static final String BYTE_ORDER_MARK = "\uFEFF";
    /** With one of these a spreadsheet takes a text for a formula; the full-width ones count too. */
    private static final String FORMULA_STARTS = "=+-@\t\r\n＝＋－＠";

    private final OutputStream out;
    private final Dialect dialect;
    private final StringBuilder line = new StringBuilder(BYTE_ORDER_MARK);

    CsvSheet(OutputStream out, Dialect dialect) {
        this.out = out;
        this.dialect = dialect;
    }

    @Override
    public void headings(List<String> titles) throws IOException {
        write(titles.stream().map(CsvSheet::harmless).toList());
    }

    @Override
    public void row(List<Optional<Object>> cells) throws IOException {
        write(cells.stream().map(cell -> cell.map(this::shown).orElse("")).toList());
    }

    private String shown(Object value) {
        if (value instanceof BigDecimal number) {
            return dialect.number(number);
        }
        if (value instanceof LocalDate day) {
            return dialect.date.format(day);
        }
        return value instanceof LocalDateTime time ? dialect.dateTime.format(time) : harmless(value.toString());
    }

    private static String harmless(String text) {
        String trimmed = text.stripLeading();
        boolean formula = !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0
                || !trimmed.isEmpty() && FORMULA_STARTS.indexOf(trimmed.charAt(0)) >= 0;
        return formula ? "'" + text : text;
    }

    private void write(List<String> cells) throws IOException {
        for (String cell : cells) {
            boolean quoted = cell.chars().anyMatch(c -> c == '"' || c == dialect.separator || c == '\n' || c == '\r');
            line.append(quoted ? '"' + cell.replace("\"", "\"\"") + '"' : cell).append(dialect.separator);
        }
        line.setLength(line.length() - 1);
        out.write(line.append("\r\n").toString().getBytes(StandardCharsets.UTF_8));
        line.setLength(0);
    }

    @Override
    public void end() throws IOException {
        out.flush();
    }
}
