package org.iochub.core.replay.internal;

import java.io.IOException;
import java.io.InputStream;
import java.time.OffsetDateTime;
import java.util.Map;
import org.iochub.api.RawMessage;

/** A raw form as a message. */
record PartMessage(
        String id, String name, long size, OffsetDateTime receivedAt, Map<String, String> attributes, Opening body)
        implements RawMessage {
    @FunctionalInterface
    interface Opening {
        InputStream open() throws IOException;
    }

    @Override
    public InputStream open() throws IOException {
        return body.open();
    }
}
