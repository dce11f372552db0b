package org.iochub.declarative.internal.format;

import java.io.IOException;
import java.io.InputStream;
import java.time.OffsetDateTime;
import java.util.Map;
import org.iochub.api.RawMessage;

/**
 * What is inside a compressed message, as a message of its own.
 *
 * @param content opens what is inside
 */
record Unpacked(RawMessage message, Content content) implements RawMessage {
    @FunctionalInterface
    interface Content {
        InputStream open() throws IOException;
    }

    @Override
    public String id() {
        return message.id();
    }

    @Override
    public String name() {
        return message.name();
    }

    /** Known only once it is read: more than any limit lets through. */
    @Override
    public long size() {
        return Long.MAX_VALUE;
    }

    @Override
    public OffsetDateTime receivedAt() {
        return message.receivedAt();
    }

    @Override
    public Map<String, String> attributes() {
        return message.attributes();
    }

    @Override
    public InputStream open() throws IOException {
        return content.open();
    }
}
