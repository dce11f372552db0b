package org.iochub.delivery.internal.http;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.apache.hc.client5.http.async.methods.AbstractBinResponseConsumer;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.protocol.HttpContext;

/** Keeps status and headers, throws the body away, and gives up on one that does not end. */
final class ReplyReader extends AbstractBinResponseConsumer<Reply> {
    private static final int LARGEST_BODY = 64 << 10;
    private Reply reply = new Reply(0, Map.of());
    private int seen;

    @Override
    protected void start(HttpResponse response, ContentType type) {
        Map<String, String> headers = new LinkedHashMap<>();
        for (Header header : response.getHeaders()) {
            headers.putIfAbsent(
                    header.getName().toLowerCase(Locale.ROOT), header.getValue() == null ? "" : header.getValue());
        }
        reply = new Reply(response.getCode(), Map.copyOf(headers));
    }

    @Override
    protected int capacityIncrement() {
        return 8 << 10;
    }

    @Override
    protected void data(ByteBuffer source, boolean end) throws IOException {
        seen += source.remaining();
        source.position(source.limit());
        if (seen > LARGEST_BODY) {
            throw new LongAnswerException();
        }
    }

    @Override
    protected Reply buildResult() {
        return reply;
    }

    @Override
    public void informationResponse(HttpResponse response, HttpContext context) {
        // 1xx says nothing yet.
    }

    @Override
    public void releaseResources() {
        // Nothing is held.
    }

    /** The answer's body is longer than any receiver needs. */
    static final class LongAnswerException extends IOException {
        private static final long serialVersionUID = 1L;

        LongAnswerException() {
            super("the answer is longer than " + LARGEST_BODY + " bytes");
        }
    }
}
