package org.iochub.reports.internal.page;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.iochub.model.Text;
import org.iochub.reports.internal.page.Page.Fact;
import org.iochub.reports.internal.page.Page.Row;
import org.iochub.reports.internal.page.Page.Section;

/** For paper: A4 across, with fonts of its own so that Vietnamese is right everywhere. Pure. */
public final class PdfForm {
    private static final float SIZE = 9;
    private static final float LINE = 12;
    private static final float PAD = 3;

    private final Sheet sheet;
    private final PDFont plain;
    private final PDFont bold;

    private PdfForm(Sheet sheet, PDFont plain, PDFont bold) {
        this.sheet = sheet;
        this.plain = plain;
        this.bold = bold;
    }

    public static byte[] of(Page page) throws IOException {
        try (PDDocument document = new PDDocument()) {
            PDFont plain = font(document, "LiberationSans-Regular.ttf");
            PDFont bold = font(document, "LiberationSans-Bold.ttf");
            document.getDocumentInformation().setTitle(page.title().vi());
            document.getDocumentCatalog().setLanguage("vi");
            try (Sheet sheet = new Sheet(document, plain)) {
                new PdfForm(sheet, plain, bold).write(page);
            }
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            document.save(bytes);
            return bytes.toByteArray();
        }
    }

    private static PDFont font(PDDocument document, String name) throws IOException {
        try (InputStream in = PdfForm.class.getResourceAsStream("/org/iochub/reports/internal/font/" + name)) {
            return PDType0Font.load(document, in, true);
        }
    }

    private void write(Page page) throws IOException {
        paragraph(bold, 16, page.title().vi());
        paragraph(plain, SIZE, page.title().en());
        paragraph(plain, 11, both(page.subtitle()));
        sheet.down(6);
        for (Fact fact : page.facts()) {
            paragraph(plain, SIZE + 1, both(fact.name()) + ": " + fact.value());
        }
        for (Section section : page.sections()) {
            sheet.down(10);
            sheet.need(LINE * 5);
            paragraph(bold, 12, both(section.title()));
            if (!section.note().vi().isEmpty()) {
                paragraph(plain, SIZE, both(section.note()));
            }
            table(section);
        }
    }

    private void paragraph(PDFont font, float size, String text) throws IOException {
        for (String line : wrap(font, size, text, sheet.width())) {
            sheet.need(size * 1.4f);
            sheet.down(size * 1.2f);
            sheet.text(font, size, Sheet.MARGIN, line);
            sheet.down(size * 0.2f);
        }
    }

    private void table(Section section) throws IOException {
        if (section.rows().isEmpty()) {
            paragraph(plain, SIZE, "—");
            return;
        }
        float[] widths = widths(section);
        List<String> head = section.columns().stream().map(PdfForm::both).toList();
        row(bold, head, widths, section, true, false);
        for (Row row : section.rows()) {
            if (sheet.left() < height(plain, row.cells(), widths)) {
                sheet.turn();
                row(bold, head, widths, section, true, false);
            }
            row(row.marked() ? bold : plain, row.cells(), widths, section, false, row.marked());
        }
    }

    private float height(PDFont font, List<String> cells, float[] widths) throws IOException {
        int lines = 1;
        for (int i = 0; i < cells.size(); i++) {
            lines = Math.max(
                    lines, wrap(font, SIZE, cells.get(i), widths[i] - 2 * PAD).size());
        }
        return lines * LINE + 2 * PAD;
    }

    private void row(PDFont font, List<String> cells, float[] widths, Section section, boolean head, boolean marked)
            throws IOException {
        float height = height(font, cells, widths);
        sheet.need(height);
        if (head) {
            sheet.fill(0.91f, 0.93f, 0.96f, height);
        } else if (marked) {
            sheet.fill(1f, 0.945f, 0.9f, height);
        }
        float x = Sheet.MARGIN;
        for (int i = 0; i < cells.size(); i++) {
            float y = SIZE + PAD;
            for (String line : wrap(font, SIZE, cells.get(i), widths[i] - 2 * PAD)) {
                float indent = section.numeric().get(i) ? widths[i] - 2 * PAD - width(font, SIZE, line) : 0;
                sheet.text(font, SIZE, x + PAD + Math.max(0, indent), line, y);
                y += LINE;
            }
            x += widths[i];
        }
        sheet.down(height);
        sheet.rule();
    }

    /** By what the columns hold, so that long text gets the room. */
    private float[] widths(Section section) {
        float[] wanted = new float[section.columns().size()];
        for (int i = 0; i < wanted.length; i++) {
            // A date fits.
            int longest = 13;
            for (Row row : section.rows()) {
                longest = Math.max(longest, Math.min(60, row.cells().get(i).length()));
            }
            wanted[i] = Math.max(
                    longest, Math.min(16, both(section.columns().get(i)).length()));
        }
        float sum = 0;
        for (float each : wanted) {
            sum += each;
        }
        for (int i = 0; i < wanted.length; i++) {
            wanted[i] = wanted[i] / sum * sheet.width();
        }
        return wanted;
    }

    /** Lines that fit; a word that does not fit by itself is cut. */
    private static List<String> wrap(PDFont font, float size, String text, float width) throws IOException {
        List<String> lines = new ArrayList<>();
        String line = "";
        for (String word : Arrays.stream(printable(font, text).split(" ")).toList()) {
            String longer = line.isEmpty() ? word : line + " " + word;
            if (width(font, size, longer) <= width) {
                line = longer;
                continue;
            }
            if (!line.isEmpty()) {
                lines.add(line);
            }
            line = word;
            while (width(font, size, line) > width && line.length() > 1) {
                int end = line.length() - 1;
                while (end > 1 && width(font, size, line.substring(0, end)) > width) {
                    end--;
                }
                lines.add(line.substring(0, end));
                line = line.substring(end);
            }
        }
        lines.add(line);
        return lines;
    }

    /** What the font does not have is shown as a question mark, so that nothing stops a report. */
    private static String printable(PDFont font, String text) {
        StringBuilder out = new StringBuilder();
        Normalizer.normalize(text, Normalizer.Form.NFC)
                .replaceAll("\\s+", " ")
                .codePoints()
                .forEach(point -> out.appendCodePoint(has(font, point) ? point : '?'));
        return out.toString();
    }

    private static boolean has(PDFont font, int point) {
        try {
            font.encode(Character.toString(point));
            return true;
        } catch (IOException | IllegalArgumentException e) {
            return false;
        }
    }

    private static float width(PDFont font, float size, String text) throws IOException {
        return font.getStringWidth(text) / 1_000 * size;
    }

    private static String both(Text text) {
        return text.vi().equals(text.en()) ? text.vi() : text.vi() + " / " + text.en();
    }
}
