package org.iochub.declarative.internal.format;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.iochub.api.RawMessage;
import org.iochub.api.RawPart;
import org.iochub.declarative.internal.format.SourceEncoding.Opened;
import org.iochub.model.FaultException;

/** Comma-separated values in any of their dialects. An empty cell is an absent field. */
final class CsvFormat implements RecordFormat {
    private final SourceEncoding encoding;
    private final CsvCutter.Marks marks;
    private final CsvReader.CsvReaderBuilder dialect;
    private final boolean header;
    private final List<String> columns;
    private final int skip;
    private final int limit;

    private CsvFormat(Options options) {
        this.encoding = SourceEncoding.compile(options);
        char separator = ascii(options, "separator").orElse(',');
        char quote = ascii(options, "quote").orElse('"');
        Optional<Character> comment = ascii(options, "comment");
        if (separator == quote) {
            options.wrong(
                    "separator",
                    "separator và quote phải khác nhau.",
                    "The separator and the quote must not be the same.");
            separator = quote == ',' ? ';' : ',';
        }
        this.marks = new CsvCutter.Marks(
                (byte) separator, (byte) quote, comment.map(c -> (int) c).orElse(-1));
        this.dialect = CsvReader.builder()
                .fieldSeparator(separator)
                .quoteCharacter(quote)
                .allowUnclosedQuote(false)
                .allowExtraCharsAfterClosingQuote(false)
                .detectBomHeader(false);
        this.header = options.flag("header", true);
        this.columns = options.texts("columns").stream().map(Headings::clean).toList();
        this.skip = options.integer("skip", 0);
        this.limit = options.integer("recordBytes", 1 << 20);
        if (!header && columns.isEmpty()) {
            options.wrong(
                    "columns",
                    "Không có dòng tiêu đề (header: false) thì phải đặt tên cột trong columns.",
                    "Without a heading line (header: false) the columns must be named under columns.");
        }
        if (columns.stream().distinct().count() < columns.size()) {
            options.wrong("columns", "Tên cột bị lặp; mỗi cột cần tên riêng.", "A column's name stands twice.");
        }
    }

    static RecordFormat compile(Options options) {
        return new CsvFormat(options);
    }

    private static Optional<Character> ascii(Options options, String key) {
        return options.character(key).filter(c -> {
            boolean fits = c < 0x80 && c != '\n' && c != '\r';
            if (!fits) {
                options.wrong(key, "Ký tự này phải thuộc ASCII.", "This character must be ASCII.");
            }
            return fits;
        });
    }

    @Override
    public Stream<Row> read(RawMessage message) throws IOException {
        Opened opened = encoding.open(message);
        InputStream in = opened.message().open();
        try {
            ByteOrderMark mark = ByteOrderMark.skip(in);
            CsvCutter cutter = new CsvCutter(mark.rest(), mark.length(), marks, limit);
            cutter.skipLines(skip);
            List<String> names = header ? headings(cutter, opened) : columns;
            return Rows.stream(() -> cutter.next().map(piece -> row(piece, names, opened)), cutter::close);
        } catch (IOException | RuntimeException e) {
            in.close();
            throw e;
        }
    }

    private List<String> headings(CsvCutter cutter, Opened opened) throws IOException {
        Piece piece = cutter.next().orElseThrow(Faults::emptyMessage);
        if (!(piece instanceof Piece.Whole whole)) {
            throw Headings.unreadable(piece.position());
        }
        List<String> names = cells(opened.encoding().decode(whole.bytes())).stream()
                .map(Headings::clean)
                .toList();
        Headings.check(names, piece.position());
        Headings.require(columns, names, piece.position());
        return names;
    }

    private Row row(Piece piece, List<String> names, Opened opened) {
        if (piece instanceof Piece.TooLarge large) {
            return large.row(opened.message(), limit);
        }
        Piece.Whole whole = (Piece.Whole) piece;
        RawPart raw = whole.raw();
        try {
            return new Row.Found(fields(cells(opened.encoding().decode(whole.bytes())), names), raw);
        } catch (FaultException e) {
            return Rows.broken(e, raw);
        }
    }

    private List<String> cells(String record) {
        try {
            return dialect.ofSingleCsvRecord(record).getFields();
        } catch (CsvParseException e) {
            throw FaultException.of(
                    "bad-quotes",
                    "",
                    "Dấu bao quanh ô không đóng đúng chỗ; hãy nhân đôi dấu nằm bên trong ô ở nguồn.",
                    "The quotes around a cell are not closed where they should be; double those within a cell.");
        }
    }

    private static Map<String, Object> fields(List<String> cells, List<String> names) {
        if (cells.size() != names.size()) {
            throw FaultException.of(
                    "wrong-cell-count",
                    "",
                    "Dòng có " + cells.size() + " ô nhưng bảng có " + names.size()
                            + " cột; hãy kiểm tra dấu phân cách trong dữ liệu.",
                    "The row has " + cells.size() + " cells, the table " + names.size()
                            + " columns; check for separators within the data.");
        }
        Map<String, Object> fields = new LinkedHashMap<>();
        for (int i = 0; i < cells.size(); i++) {
            if (!cells.get(i).isEmpty()) {
                fields.put(names.get(i), cells.get(i));
            }
        }
        return Collections.unmodifiableMap(fields);
    }
}
