package org.iochub.core.archive;

import java.io.IOException;
import java.io.InputStream;
import java.time.OffsetDateTime;
import java.util.Map;
import org.iochub.api.RawMessage;

/** A raw message whose body lies in the archive. */
record ArchivedRaw(Archive archive, ArchivedMessage message) implements RawMessage {
    @Override
    public String id() {
        return message.message();
    }

    @Override
    public String name() {
        return message.name();
    }

    @Override
    public long size() {
        return message.size();
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
        return archive.open(message);
    }
}
