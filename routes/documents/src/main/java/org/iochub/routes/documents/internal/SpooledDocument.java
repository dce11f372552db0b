package org.iochub.routes.documents.internal;

import java.io.File;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.util.Optional;
import org.iochub.model.Fault;
import org.iochub.model.FaultException;

/**
 * A document that came, in a file.
 *
 * @param digest of its bytes
 * @param broken why it is not whole; empty when it is, or is wrong in a way that asking again does not mend
 */
record SpooledDocument(Path path, String digest, Optional<Fault> broken) {
    /** Looks at the file once, to its end. */
    static SpooledDocument of(Path path, DocumentsSettings settings) throws IOException {
        try (DigestInputStream in = new DigestInputStream(Files.newInputStream(path), Measured.digest())) {
            Optional<Fault> broken = broken(new KeptOpen(in), settings);
            in.transferTo(OutputStream.nullOutputStream());
            return new SpooledDocument(
                    path, Measured.of(in.getMessageDigest(), 0, false).sha256().substring(0, 32), broken);
        }
    }

    private static Optional<Fault> broken(InputStream in, DocumentsSettings settings) throws IOException {
        try {
            EdxmlReader.read(in, settings.maxDocumentBytes(), settings.maxAttachmentBytes());
            return Optional.empty();
        } catch (FaultException e) {
            return Optional.of(e.fault()).filter(fault -> fault.code().equals("xml-malformed"));
        }
    }

    /** The platform's parser closes what it has read to its end; the digest wants the rest. */
    private static final class KeptOpen extends FilterInputStream {
        KeptOpen(InputStream in) {
            super(in);
        }

        @Override
        public void close() {
            // Whoever opened it closes it.
        }
    }

    File file() {
        return path.toFile();
    }

    void delete() {
        // What stays behind lies in the temporary folder, which is cleared with the hub's next start.
        path.toFile().delete();
    }
}
