package org.iochub.routes.documents.internal;

import java.util.Optional;

/**
 * An {@code Attachment} as it stands beside the envelope, with its content measured and thrown away.
 *
 * @param contentId without {@code cid:}
 */
record EncodedFile(
        Optional<String> name, Optional<String> contentType, Optional<String> contentId, FileContent content) {}
