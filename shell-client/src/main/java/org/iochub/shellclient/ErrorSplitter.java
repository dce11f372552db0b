package org.iochub.shellclient;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Sorts what Karaf writes into output and error, and drops colours.
 *
 * <p>Karaf reports a failed command in red on the same stream as the command's output. From that report on,
 * everything is error.
 */
final class ErrorSplitter extends OutputStream {

    private static final byte ESCAPE = 0x1b;
    private static final String RED = "\u001b[31m";
    private static final String[] REPORTS = {"Error executing command", "Command not found: "};

    private final OutputStream out;
    private final OutputStream err;
    /** Bytes whose fate is not known yet: an unfinished colour, or red and what may be a report. */
    private final ByteArrayOutputStream held = new ByteArrayOutputStream();

    private OutputStream target;

    ErrorSplitter(OutputStream out, OutputStream err) {
        this.out = out;
        this.err = err;
        this.target = out;
    }

    @Override
    public void write(int b) throws IOException {
        if (held.size() == 0 && b != ESCAPE) {
            target.write(b);
            return;
        }
        if (b == ESCAPE && held.size() > 0) {
            release();
        }
        held.write(b);
        decide();
    }

    private void decide() throws IOException {
        String text = held.toString(StandardCharsets.ISO_8859_1);
        if (text.length() == 1 || (text.charAt(1) == '[' && isOpenColour(text))) {
            return;
        }
        if (target == err || !text.startsWith(RED)) {
            release();
            return;
        }
        String after = text.substring(RED.length());
        for (String report : REPORTS) {
            if (after.equals(report)) {
                target = err;
                release();
                return;
            }
            if (report.startsWith(after)) {
                return;
            }
        }
        release();
    }

    private static boolean isOpenColour(String text) {
        return text.chars().skip(2).allMatch(c -> c >= '0' && c <= '?');
    }

    /** Writes what was held, without the colour at its start. */
    private void release() throws IOException {
        String text = held.toString(StandardCharsets.ISO_8859_1);
        held.reset();
        target.write(text.replaceFirst("^\u001b\\[[0-?]*[@-~]?", "").getBytes(StandardCharsets.ISO_8859_1));
    }

    @Override
    public void flush() throws IOException {
        out.flush();
        err.flush();
    }

    @Override
    public void close() throws IOException {
        release();
        flush();
    }
}
