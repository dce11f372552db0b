package org.iochub.declarative.internal.fetch.inbox;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** Everything that is logged while it is open; the tests' log goes to standard error. */
public final class Standard implements AutoCloseable {
    private final PrintStream before = System.err;
    private final ByteArrayOutputStream copy = new ByteArrayOutputStream();

    public Standard() {
        System.setErr(new PrintStream(copy, true, StandardCharsets.UTF_8));
    }

    public String text() {
        return copy.toString(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        System.setErr(before);
        before.print(text());
    }
}
