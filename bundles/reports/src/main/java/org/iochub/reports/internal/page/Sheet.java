package org.iochub.reports.internal.page;

import java.io.IOException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;

/** The paper, page after page; the place goes down as it is written. */
final class Sheet implements AutoCloseable {
    static final float MARGIN = 40;
    private static final PDRectangle A4_ACROSS = new PDRectangle(PDRectangle.A4.getHeight(), PDRectangle.A4.getWidth());

    private final PDDocument document;
    private final PDFont footer;
    private PDPageContentStream stream;
    private float place;
    private int number;

    Sheet(PDDocument document, PDFont footer) throws IOException {
        this.document = document;
        this.footer = footer;
        turn();
    }

    float width() {
        return A4_ACROSS.getWidth() - 2 * MARGIN;
    }

    /** How much room this page has. */
    float left() {
        return place - MARGIN;
    }

    void need(float height) throws IOException {
        if (left() < height) {
            turn();
        }
    }

    void down(float height) {
        place -= height;
    }

    void turn() throws IOException {
        if (stream != null) {
            stream.close();
        }
        PDPage page = new PDPage(A4_ACROSS);
        document.addPage(page);
        stream = new PDPageContentStream(document, page);
        number++;
        place = 20;
        text(footer, 8, MARGIN + width() - 20, Integer.toString(number));
        place = A4_ACROSS.getHeight() - MARGIN;
    }

    void text(PDFont font, float size, float x, String text) throws IOException {
        text(font, size, x, text, 0);
    }

    /** @param below the place */
    void text(PDFont font, float size, float x, String text, float below) throws IOException {
        if (text.isEmpty()) {
            return;
        }
        stream.beginText();
        stream.setFont(font, size);
        stream.newLineAtOffset(x, place - below);
        stream.showText(text);
        stream.endText();
    }

    /** A strip over the whole width. */
    void fill(float red, float green, float blue, float height) throws IOException {
        stream.setNonStrokingColor(red, green, blue);
        stream.addRect(MARGIN, place - height, width(), height);
        stream.fill();
        stream.setNonStrokingColor(0f, 0f, 0f);
    }

    void rule() throws IOException {
        stream.setStrokingColor(0.8f, 0.82f, 0.85f);
        stream.setLineWidth(0.5f);
        stream.moveTo(MARGIN, place);
        stream.lineTo(MARGIN + width(), place);
        stream.stroke();
    }

    @Override
    public void close() throws IOException {
        stream.close();
    }
}
