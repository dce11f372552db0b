package org.iochub.store.internal.testing;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.concurrent.atomic.AtomicBoolean;
import org.h2.store.fs.FileBase;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;

/** A disk for H2 ({@code jdbc:h2:fillable:/…}) that refuses every write while it is full, as the system does. */
public final class FullDisk extends FilePathWrapper {
    public static final String SCHEME = "fillable";
    private static final AtomicBoolean FULL = new AtomicBoolean();

    /** Makes H2 know it. */
    public static void register() {
        FilePath.register(new FullDisk());
        FULL.set(false);
    }

    public static void full(boolean now) {
        FULL.set(now);
    }

    @Override
    public String getScheme() {
        return SCHEME;
    }

    @Override
    public FileChannel open(String mode) throws IOException {
        return new Channel(super.open(mode));
    }

    /** Passes everything on; a file's content may still be read and its end cut off when the disk is full. */
    private static final class Channel extends FileBase {
        private final FileChannel file;

        Channel(FileChannel file) {
            this.file = file;
        }

        @Override
        public int write(ByteBuffer bytes, long position) throws IOException {
            if (!FULL.get()) {
                return file.write(bytes, position);
            }
            if (bytes.remaining() > 4096) {
                // The last block of the disk still takes something.
                file.write(bytes.slice().limit(4096), position);
            }
            throw new IOException("No space left on device");
        }

        @Override
        public int write(ByteBuffer bytes) throws IOException {
            int written = write(bytes, file.position());
            file.position(file.position() + written);
            return written;
        }

        @Override
        public int read(ByteBuffer bytes) throws IOException {
            return file.read(bytes);
        }

        @Override
        public int read(ByteBuffer bytes, long position) throws IOException {
            return file.read(bytes, position);
        }

        @Override
        public long position() throws IOException {
            return file.position();
        }

        @Override
        public FileChannel position(long position) throws IOException {
            file.position(position);
            return this;
        }

        @Override
        public long size() throws IOException {
            return file.size();
        }

        @Override
        public FileChannel truncate(long size) throws IOException {
            file.truncate(size);
            return this;
        }

        @Override
        public void force(boolean metaData) throws IOException {
            file.force(metaData);
        }

        @Override
        public java.nio.channels.FileLock tryLock(long position, long size, boolean shared) throws IOException {
            return file.tryLock(position, size, shared);
        }

        @Override
        protected void implCloseChannel() throws IOException {
            file.close();
        }
    }
}
