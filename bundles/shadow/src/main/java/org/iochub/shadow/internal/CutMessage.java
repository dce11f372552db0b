package org.iochub.shadow.internal;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.time.OffsetDateTime;
import java.util.Map;
import org.iochub.api.RawMessage;

/** A message that can be taken away from who reads it. */
final class CutMessage implements RawMessage {
    private final RawMessage message;
    private volatile boolean cut;

    CutMessage(RawMessage message) {
        this.message = message;
    }

    /** Every read from now on fails. */
    void cut() {
        cut = true;
    }

    boolean isCut() {
        return cut;
    }

    private void refuseWhenCut() throws IOException {
        if (cut) {
            throw new InterruptedIOException("the reading was broken off");
        }
    }

    @Override
    public String id() {
        return message.id();
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
        refuseWhenCut();
        return new FilterInputStream(message.open()) {
            @Override
            public int read() throws IOException {
                refuseWhenCut();
                return super.read();
            }

            @Override
            public int read(byte[] buffer, int offset, int length) throws IOException {
                refuseWhenCut();
                return super.read(buffer, offset, length);
            }
        };
    }
}
