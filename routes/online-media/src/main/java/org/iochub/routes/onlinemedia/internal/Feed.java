package org.iochub.routes.onlinemedia.internal;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Map;
import org.iochub.api.RawMessage;

/** A feed in memory, before the hub has it. */
record Feed(String id, byte[] body, Map<String, String> attributes, Clock clock) implements RawMessage {
    @Override
    public String name() {
        return id;
    }

    @Override
    public long size() {
        return body.length;
    }

    @Override
    public OffsetDateTime receivedAt() {
        return OffsetDateTime.now(clock);
    }

    @Override
    public InputStream open() {
        return new ByteArrayInputStream(body);
    }
}
