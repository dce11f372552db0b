package org.iochub.routes.documents.internal;

import java.util.Optional;
import org.iochub.model.record.Document.Attachment;

/** Whether a document bears a digital signature: in its envelope, or in a file beside it. */
final class Signatures {
    private Signatures() {}

    /** Empty when there is none to be seen and some file did not come along. */
    static Optional<Boolean> of(Edxml edxml, Iterable<Attachment> attachments) {
        if (edxml.root()
                        .anywhere("SignatureValue")
                        .flatMap(value -> Values.present(value.text()))
                        .isPresent()
                || edxml.files().stream().map(EncodedFile::content).anyMatch(Signatures::signed)) {
            return Optional.of(true);
        }
        for (Attachment attachment : attachments) {
            if (attachment.sha256().isEmpty()) {
                return Optional.empty();
            }
        }
        return Optional.of(false);
    }

    private static boolean signed(FileContent content) {
        return content.raw().filter(Measured::signed).isPresent()
                || content.wrapped().filter(Measured::signed).isPresent();
    }
}
