package org.iochub.core.pipeline.internal;

import java.io.IOException;
import java.io.InputStream;
import java.time.OffsetDateTime;
import java.util.Map;
import org.iochub.api.RawMessage;
import org.iochub.core.archive.Archiver;

/** A message whose body is spooled. */
record SpooledMessage(String id, String name, Spool spool, OffsetDateTime receivedAt, Map<String, String> attributes)
        implements RawMessage, Archiver.Body {
    SpooledMessage {
        attributes = Map.copyOf(attributes);
    }

    @Override
    public long size() {
        return spool.size();
    }

    @Override
    public String sha256() throws IOException {
        return spool.digest();
    }

    @Override
    public InputStream open() throws IOException {
        return spool.open();
    }
}
