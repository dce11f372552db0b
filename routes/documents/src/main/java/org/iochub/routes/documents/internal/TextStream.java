package org.iochub.routes.documents.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * The text of the element that the reader stands in, piece by piece and without blanks, as bytes of US-ASCII. At its end
 * the reader stands on the element's end. What is wrong with the XML comes as the reader's own
 * {@code FaultException}; a stream that fails as an {@code UncheckedIOException}, so that nobody takes it for content
 * that is broken.
 */
final class TextStream extends InputStream {
    private final XMLStreamReader xml;
    private String piece = "";
    private int at;
    private boolean ended;

    TextStream(XMLStreamReader xml) {
        this.xml = xml;
    }

    @Override
    public int read() {
        while (true) {
            while (at < piece.length()) {
                char c = piece.charAt(at++);
                if (c > ' ') {
                    // Beyond ASCII there is no base64: a character that no decoder takes.
                    return c < 128 ? c : '?';
                }
            }
            if (ended || !next()) {
                return -1;
            }
        }
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int n = 0;
        while (n < length) {
            int c = read();
            if (c < 0) {
                break;
            }
            buffer[offset + n++] = (byte) c;
        }
        return n == 0 && length > 0 ? -1 : n;
    }

    private boolean next() {
        try {
            switch (xml.next()) {
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
                    piece = xml.getText();
                    at = 0;
                }
                case XMLStreamConstants.END_ELEMENT -> ended = true;
                // An element within base64: the decoder stumbles over it.
                case XMLStreamConstants.START_ELEMENT -> {
                    piece = "?";
                    at = 0;
                    skip();
                }
                default -> {
                    // Comments say nothing.
                }
            }
            return !ended;
        } catch (XMLStreamException e) {
            throw unread(e);
        }
    }

    private void skip() throws XMLStreamException {
        for (int depth = 1; depth > 0; ) {
            int event = xml.next();
            depth += event == XMLStreamConstants.START_ELEMENT ? 1 : event == XMLStreamConstants.END_ELEMENT ? -1 : 0;
        }
    }

    static UncheckedIOException unread(XMLStreamException e) {
        return new UncheckedIOException(
                e.getNestedException() instanceof IOException cause ? cause : new IOException(e.getMessage(), e));
    }
}
