package org.iochub.routes.health.internal;

import static javax.xml.stream.XMLStreamConstants.CDATA;
import static javax.xml.stream.XMLStreamConstants.CHARACTERS;
import static javax.xml.stream.XMLStreamConstants.END_ELEMENT;
import static javax.xml.stream.XMLStreamConstants.SPACE;
import static javax.xml.stream.XMLStreamConstants.START_ELEMENT;

import java.io.InputStream;
import java.util.Arrays;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.iochub.model.FaultException;

/**
 * The bytes of a base64 text, decoded piece by piece while the element around it is read, so that no file is ever held
 * whole. What is wrong with the package around the text comes as a {@link PackageBroken}, what is wrong with the text as
 * a {@link FaultException}.
 */
final class EncodedFile extends InputStream {
    private static final int[] VALUES = new int[128];
    private static final int NONE = -1;

    static {
        Arrays.fill(VALUES, NONE);
        String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
        for (int i = 0; i < alphabet.length(); i++) {
            VALUES[alphabet.charAt(i)] = i;
        }
    }

    private final XMLStreamReader outer;
    private String piece = "";
    private int at;
    private int bits;
    private int held;
    private int padding;
    private int characters;
    private boolean ended;

    /** @param outer at the start of the element whose text it is */
    EncodedFile(XMLStreamReader outer) {
        this.outer = outer;
    }

    @Override
    public int read() {
        while (held < 8) {
            int c = character();
            if (c < 0) {
                return -1;
            }
            take(c);
        }
        held -= 8;
        return bits >> held & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) {
        int n = 0;
        // A piece at a time: what is there is handed out before more is asked for.
        while (n < length && (n == 0 || at < piece.length() || held >= 8)) {
            int b = read();
            if (b < 0) {
                return n == 0 ? -1 : n;
            }
            buffer[offset + n++] = (byte) b;
        }
        return n;
    }

    /** Reads on to the end of the element without decoding: the rest is not wanted. */
    void skip() {
        while (!ended) {
            advance();
        }
    }

    private void take(int c) {
        if (c == ' ' || c == '\n' || c == '\r' || c == '\t') {
            return;
        }
        characters = (characters + 1) % 4;
        if (c == '=') {
            padding++;
            return;
        }
        int value = c < 128 ? VALUES[c] : NONE;
        if (value == NONE || padding > 0) {
            throw Refused.badBase64();
        }
        bits = bits << 6 | value;
        held += 6;
    }

    private int character() {
        while (at >= piece.length()) {
            if (ended) {
                requireWhole();
                return -1;
            }
            advance();
        }
        return piece.charAt(at++);
    }

    private void requireWhole() {
        // Four characters make three bytes; padding says how many of the last three count.
        if (characters != 0 || padding > 2 || held != padding * 2) {
            throw Refused.badBase64();
        }
    }

    private void advance() {
        piece = "";
        at = 0;
        // Unless told better: behind a failure the reader must not be asked again.
        ended = true;
        try {
            int event = outer.next();
            if (event == CHARACTERS || event == CDATA || event == SPACE) {
                piece = outer.getText();
            } else if (event == START_ELEMENT) {
                throw new PackageBroken(Refused.badBase64());
            }
            ended = event == END_ELEMENT;
        } catch (FaultException e) {
            throw new PackageBroken(e);
        } catch (XMLStreamException e) {
            throw PackageBroken.unread(e);
        }
    }
}
