package org.iochub.core.archive;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.iochub.core.store.MessageRef;
import org.iochub.model.FaultException;

/** Writes raw messages down. Safe for any number of threads; one source's messages come one at a time. */
public interface Archiver {
    /** Nothing is archived: where the hub runs without this part. */
    Archiver NONE = new Archiver() {
        @Override
        public ArchivePolicy policy(ArchiveWish wish) {
            return ArchivePolicy.none();
        }

        @Override
        public CompletableFuture<Void> keep(ArchivePolicy policy, MessageRef message, Body body) {
            return CompletableFuture.completedFuture(null);
        }
    };

    /** A body, and what its transport said. */
    interface Body {
        InputStream open() throws IOException;

        /** Hex; asked for only when a message may be one that is tried again. */
        String sha256() throws IOException;

        java.util.Map<String, String> attributes();
    }

    /**
     * What a source's file wishes, within what this hub does.
     *
     * @throws FaultException when it cannot be had: no key for an encrypted archive, a plain one of a sensitive source
     */
    ArchivePolicy policy(ArchiveWish wish);

    /**
     * Writes a message, on the caller's thread, so that it survives the end of this process. The future completes when
     * it is on disk, exceptionally when it could not be forced there. A message that is tried again is not written
     * again.
     *
     * @throws ArchiveUnavailableException when it could not be written: the disk is full
     * @throws IOException when the body cannot be read
     */
    CompletableFuture<Void> keep(ArchivePolicy policy, MessageRef message, Body body) throws IOException;

    /**
     * What a source's file says about its archive; empty where it leaves that to the hub.
     *
     * @param sensitive the adapter's messages hold sensitive personal data
     * @param days kept at most
     * @param mebibytes of disk at most
     */
    record ArchiveWish(
            Optional<ArchivePolicy.Mode> mode, Optional<Long> days, Optional<Long> mebibytes, boolean sensitive) {}
}
