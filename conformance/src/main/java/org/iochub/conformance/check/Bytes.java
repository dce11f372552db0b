package org.iochub.conformance.check;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.iochub.api.RawPart;

/** Finds and replaces stretches of a message. */
final class Bytes {
    /**
     * A stretch of a message.
     *
     * @param to the first byte behind it
     */
    record Stretch(int from, int to) {}

    private Bytes() {}

    static byte[] of(RawPart part) throws IOException {
        try (InputStream in = part.content().open()) {
            return in.readAllBytes();
        }
    }

    /** Where the part stands in its message; empty when the adapter shows it in another form. */
    static Optional<Stretch> find(byte[] message, byte[] part) {
        if (part.length == 0 || part.length >= message.length && message.length > 0 && part.length != message.length) {
            return Optional.empty();
        }
        for (int i = 0; i + part.length <= message.length; i++) {
            if (java.util.Arrays.equals(message, i, i + part.length, part, 0, part.length)) {
                return Optional.of(new Stretch(i, i + part.length));
            }
        }
        return Optional.empty();
    }

    static byte[] replace(byte[] message, Stretch stretch, byte[] by) {
        byte[] out = new byte[message.length - (stretch.to() - stretch.from()) + by.length];
        System.arraycopy(message, 0, out, 0, stretch.from());
        System.arraycopy(by, 0, out, stretch.from(), by.length);
        System.arraycopy(message, stretch.to(), out, stretch.from() + by.length, message.length - stretch.to());
        return out;
    }
}
