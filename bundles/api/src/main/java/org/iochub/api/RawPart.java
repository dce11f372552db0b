package org.iochub.api;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/**
 * The raw form of one record within its message, kept when the record is refused.
 *
 * @param position where it stands, for people: {@code line 17}, {@code data[3]}
 * @param content its bytes, opened only when they are needed
 */
public record RawPart(String position, Content content) {
    /** Opens the raw bytes; may be called after the normaliser has gone on, until the message is acknowledged. */
    @FunctionalInterface
    public interface Content {
        InputStream open() throws IOException;
    }

    public RawPart {
        Objects.requireNonNull(position, "position");
        Objects.requireNonNull(content, "content");
    }

    public static RawPart of(String position, byte[] bytes) {
        return new RawPart(position, () -> new ByteArrayInputStream(bytes));
    }

    public static RawPart of(String position, String text) {
        return new RawPart(position, () -> new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** The whole message. */
    public static RawPart whole(RawMessage message) {
        return new RawPart("", message::open);
    }
}
