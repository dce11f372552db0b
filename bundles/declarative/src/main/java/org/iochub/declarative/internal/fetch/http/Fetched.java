package org.iochub.declarative.internal.fetch.http;

import java.io.IOException;
import java.io.InputStream;
import java.time.OffsetDateTime;
import java.util.Map;
import org.iochub.api.RawMessage;

/** What was fetched, as a format reads it. */
record Fetched(String name, Body body, OffsetDateTime receivedAt, Map<String, String> attributes)
        implements RawMessage {
    @Override
    public String id() {
        return name;
    }

    @Override
    public long size() {
        return body.size();
    }

    @Override
    public InputStream open() throws IOException {
        return body.open();
    }
}
