package org.iochub.core.pipeline.internal;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A body that has arrived whole, and waits for its turn. Small ones wait in memory, large ones in a file. */
public final class Received implements AutoCloseable {
    private final Spool spool;

    Received(Spool spool) {
        this.spool = spool;
    }

    /** The body from its beginning. A route may read it, change it or hand it on as it is. */
    public InputStream body() throws IOException {
        return new Body(spool);
    }

    @Override
    public void close() throws IOException {
        spool.close();
    }

    /** Known again when a route hands it on unread, so that it is not copied a second time. */
    static final class Body extends FilterInputStream {
        private final Spool spool;
        private boolean read;

        Body(Spool spool) throws IOException {
            super(spool.open());
            this.spool = spool;
        }

        boolean unread() {
            return !read;
        }

        Spool spool() {
            return spool.shared();
        }

        @Override
        public int read() throws IOException {
            read = true;
            return super.read();
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            read = true;
            return super.read(into, from, length);
        }

        @Override
        public long skip(long bytes) throws IOException {
            read = true;
            return super.skip(bytes);
        }
    }
}
