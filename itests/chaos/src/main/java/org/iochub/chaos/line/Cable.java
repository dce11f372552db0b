package org.iochub.chaos.line;

import java.io.IOException;
import java.net.Socket;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/** One connection through a {@link Line}. */
final class Cable implements AutoCloseable {
    private static final long HANGING_NANOS = 20_000_000;
    private static final long SLOW_NANOS = 100_000_000;
    private static final int SLOW_BYTES = 400;

    /** What becomes of the bytes on their way. */
    @FunctionalInterface
    interface Hearing {
        byte[] heard(byte[] said) throws IOException;
    }

    private final Socket hub;
    private final Socket server;
    private final Supplier<Trouble> trouble;
    private final AtomicInteger left;

    /** @param cutAfter so many bytes of both directions, when the line cuts */
    Cable(Socket hub, Socket server, Supplier<Trouble> trouble, int cutAfter) {
        this.hub = hub;
        this.server = server;
        this.trouble = trouble;
        this.left = new AtomicInteger(cutAfter);
    }

    void pump(Socket from, Socket to, Hearing hearing, Runnable gone) {
        try {
            byte[] buffer = new byte[16_384];
            int read = from.getInputStream().read(buffer);
            while (read >= 0) {
                pass(hearing.heard(Arrays.copyOf(buffer, read)), to);
                read = from.getInputStream().read(buffer);
            }
            to.shutdownOutput();
        } catch (IOException e) {
            Line.shut(this);
        } finally {
            if (hub.isClosed() || hub.isInputShutdown() || hub.isOutputShutdown()) {
                gone.run();
            }
        }
    }

    private void pass(byte[] said, Socket to) throws IOException {
        int at = 0;
        while (at < said.length) {
            Trouble now = trouble.get();
            if (now == Trouble.HANGING) {
                LockSupport.parkNanos(HANGING_NANOS);
                if (to.isClosed()) {
                    throw new IOException("cut while it hung");
                }
                continue;
            }
            int length = now == Trouble.SLOW ? Math.min(SLOW_BYTES, said.length - at) : said.length - at;
            if (now == Trouble.RESETTING || now == Trouble.HALF) {
                length = Math.min(length, Math.max(0, left.getAndAdd(-length)));
            }
            to.getOutputStream().write(said, at, length);
            at += length;
            if (now == Trouble.SLOW) {
                LockSupport.parkNanos(SLOW_NANOS);
            }
            if (left.get() <= 0) {
                cut(now);
            }
        }
    }

    private void cut(Trouble now) throws IOException {
        if (now == Trouble.RESETTING) {
            // Closing then sends a reset.
            hub.setSoLinger(true, 0);
        }
        throw new IOException("cut");
    }

    @Override
    public void close() {
        Line.shut(hub);
        Line.shut(server);
    }
}
