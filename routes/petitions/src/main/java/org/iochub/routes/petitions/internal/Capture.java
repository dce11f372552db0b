package org.iochub.routes.petitions.internal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import org.apache.cxf.interceptor.Fault;
import org.apache.cxf.message.Message;
import org.apache.cxf.phase.AbstractPhaseInterceptor;
import org.apache.cxf.phase.Phase;
import org.iochub.api.read.Bounded;

/**
 * Stands first in line for an answer: reads it within its bounds of bytes and time, keeps it as it came, and hands CXF a
 * copy. One call at a time.
 */
final class Capture extends AbstractPhaseInterceptor<Message> {
    private final long maxBytes;
    private final Duration within;
    private byte[] body = {};
    private int status;
    private String contentType = "";

    Capture(long maxBytes, Duration within) {
        super(Phase.RECEIVE);
        this.maxBytes = maxBytes;
        this.within = within;
    }

    @Override
    public void handleMessage(Message message) {
        if (status != 0) {
            // A fault is led through the line once more, when its stream is read out.
            return;
        }
        status = message.get(Message.RESPONSE_CODE) instanceof Integer code ? code : 0;
        contentType = message.get(Message.CONTENT_TYPE) instanceof String type ? type : "";
        InputStream in = message.getContent(InputStream.class);
        if (in == null) {
            return;
        }
        try {
            body = Bounded.read(in, maxBytes, within);
        } catch (IOException e) {
            throw new Fault(e);
        }
        message.setContent(InputStream.class, new ByteArrayInputStream(body));
    }

    void forget() {
        body = new byte[0];
        status = 0;
        contentType = "";
    }

    /** The answer as it came; empty when none did. */
    byte[] body() {
        return body;
    }

    /** Its HTTP status; 0 when none came. */
    int status() {
        return status;
    }

    String contentType() {
        return contentType;
    }
}
