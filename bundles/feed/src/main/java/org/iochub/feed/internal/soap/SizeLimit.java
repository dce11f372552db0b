package org.iochub.feed.internal.soap;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.apache.cxf.message.Message;
import org.apache.cxf.phase.AbstractPhaseInterceptor;
import org.apache.cxf.phase.Phase;

/** No honest request is long: what is longer is not read. */
final class SizeLimit extends AbstractPhaseInterceptor<Message> {
    private final long most;

    SizeLimit(long most) {
        super(Phase.RECEIVE);
        this.most = most;
    }

    @Override
    public void handleMessage(Message message) {
        InputStream body = message.getContent(InputStream.class);
        if (body != null) {
            message.setContent(
                    InputStream.class,
                    new Limited(body, most, () -> message.getExchange().put(SizeLimit.class, this)));
        }
    }

    /** Whether the message went on behind the limit: what a parser makes of that differs. */
    static boolean wasReached(Message message) {
        return message.getExchange().get(SizeLimit.class) != null;
    }

    private static final class Limited extends FilterInputStream {
        private final Runnable reached;
        private long left;

        Limited(InputStream in, long most, Runnable reached) {
            super(in);
            this.left = most;
            this.reached = reached;
        }

        @Override
        public int read() throws IOException {
            int read = super.read();
            count(read < 0 ? 0 : 1);
            return read;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int read = super.read(bytes, offset, length);
            count(Math.max(0, read));
            return read;
        }

        private void count(int read) throws IOException {
            left -= read;
            if (left < 0) {
                reached.run();
                throw new IOException("the message is too long");
            }
        }
    }
}
