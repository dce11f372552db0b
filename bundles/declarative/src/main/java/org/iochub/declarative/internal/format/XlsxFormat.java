package org.iochub.declarative.internal.format;

import java.io.IOException;
import java.io.InputStream;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Sheet;
import org.dhatim.fastexcel.reader.SheetVisibility;
import org.iochub.api.RawMessage;
import org.iochub.api.RawPart;
import org.iochub.api.read.JsonLimits;
import org.iochub.model.FaultException;

/** Rows of the sheets of an .xlsx workbook. */
final class XlsxFormat implements RecordFormat {
    private final XlsxPlan plan;

    private XlsxFormat(XlsxPlan plan) {
        this.plan = plan;
    }

    static RecordFormat compile(Options options) {
        return new XlsxFormat(XlsxPlan.compile(options));
    }

    @Override
    public Stream<Row> read(RawMessage message) throws IOException {
        Workbooks.refuseOldFormat(message);
        ZipSpool zip = ZipSpool.open(message, UnpackLimits.DEFAULT);
        try {
            XlsxParts parts = XlsxParts.check(zip);
            ReadableWorkbook workbook = new ReadableWorkbook(zip.file().toFile(), new ReadingOptions(true, true));
            try {
                Walk walk = new Walk(message, workbook, parts);
                return Rows.stream(walk::next, () -> {
                    try (zip;
                            workbook) {
                        walk.open.close();
                    }
                });
            } catch (RuntimeException e) {
                workbook.close();
                throw e;
            }
        } catch (IOException | RuntimeException e) {
            zip.close();
            throw e;
        }
    }

    /** A row's raw form is its cells as JSON; what concerns the workbook has the workbook itself. */
    @Override
    public Optional<Row> readPart(RawMessage part, String position) throws IOException {
        try (InputStream in = part.open()) {
            byte[] bytes = in.readNBytes(JsonLimits.DEFAULT.elementBytes() + 1);
            if (bytes.length == 0 || bytes[0] != '{' || bytes.length > JsonLimits.DEFAULT.elementBytes()) {
                return Optional.empty();
            }
            RawPart raw = RawPart.of(position, bytes);
            try {
                return Optional.of(new Row.Found(new JsonValues(JsonLimits.DEFAULT).record(bytes), raw));
            } catch (FaultException e) {
                return Optional.of(Rows.broken(e, raw));
            }
        }
    }

    private List<Sheet> sheets(ReadableWorkbook workbook) {
        List<Sheet> all = workbook.getSheets().toList();
        Predicate<Sheet> wanted = plan.sheetName().isPresent()
                ? sheet ->
                        Headings.clean(sheet.getName()).equals(plan.sheetName().get())
                : plan.sheetIndex() > 0
                        ? sheet -> sheet.getIndex() == plan.sheetIndex() - 1
                        : sheet -> sheet.getVisibility() == SheetVisibility.VISIBLE
                                && plan.sheetPattern()
                                        .map(pattern -> pattern.isIn(sheet.getName()))
                                        .orElse(true);
        List<Sheet> found = all.stream().filter(wanted).toList();
        if (found.isEmpty()) {
            String there = String.join(", ", all.stream().map(Sheet::getName).toList());
            throw FaultException.of(
                    "missing-sheet",
                    "",
                    "Tệp không có trang tính cần tìm (có: " + there + "); hãy kiểm tra sheet hoặc biểu mẫu của nguồn.",
                    "The workbook does not have the sheet (there are: " + there
                            + "); check sheet or the source's template.");
        }
        return found;
    }

    /** Goes from sheet to sheet: one that is wrong is refused, and the next one read. Used by one thread. */
    private final class Walk {
        private final RawMessage message;
        private final XlsxParts parts;
        private final Iterator<Sheet> sheets;
        private Stream<org.dhatim.fastexcel.reader.Row> open = Stream.empty();
        private Optional<XlsxSheetRows> rows = Optional.empty();
        private String position = "";

        Walk(RawMessage message, ReadableWorkbook workbook, XlsxParts parts) {
            this.message = message;
            this.parts = parts;
            this.sheets = sheets(workbook).iterator();
        }

        Optional<Row> next() throws IOException {
            while (true) {
                try {
                    Optional<Row> row = rows.isPresent() ? rows.get().next() : Optional.empty();
                    if (row.isPresent() || !sheets.hasNext()) {
                        return row;
                    }
                    open(sheets.next());
                } catch (FaultException e) {
                    return Optional.of(givenUp(e));
                }
            }
        }

        private void open(Sheet sheet) throws IOException {
            open.close();
            rows = Optional.empty();
            position = "sheet '" + sheet.getName() + "'";
            int lastHeading = plan.header().isEmpty()
                    ? 0
                    : plan.header().get(plan.header().size() - 1);
            List<MergedCells> merged = parts.merged(sheet.getId(), lastHeading);
            open = Workbooks.library(sheet::openStream);
            rows = Optional.of(new XlsxSheetRows(plan, sheet.getName(), merged, open.iterator()));
        }

        private Row givenUp(FaultException e) {
            rows = Optional.empty();
            return Rows.broken(e, new RawPart(position, message::open));
        }
    }
}
