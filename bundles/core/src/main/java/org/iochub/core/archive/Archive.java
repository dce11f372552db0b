package org.iochub.core.archive;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import org.iochub.api.RawMessage;

/** Reads raw messages again. Safe for any number of threads; never waits for writers. */
public interface Archive {
    /**
     * Every arrival of a message that is still kept, newest first; empty when there is none: not archived, or beyond
     * the limits.
     *
     * @param message as in {@link ArchivedMessage#message()}
     */
    List<ArchivedMessage> find(String source, String message);

    /** The message at a place; empty when it is not there any more. */
    Optional<ArchivedMessage> at(String source, String place);

    /** A source's messages in order of arrival, page by page. */
    ArchivePage page(ArchiveQuery query);

    /**
     * The body as it came, to be closed by the caller. It is read piece by piece and never wholly in memory; a read
     * throws {@link DamagedArchiveException} where the bytes are not those that came, at the latest at the body's end.
     *
     * @throws java.nio.file.NoSuchFileException when it is not there any more
     * @throws DamagedArchiveException when it cannot be read, or its key is not here
     */
    InputStream open(ArchivedMessage message) throws IOException;

    /** The sources that have an archive, those that were removed since among them. */
    List<ArchiveUse> use();

    /** The message as an adapter's normaliser reads it, with the time and attributes of its arrival. */
    default RawMessage raw(ArchivedMessage message) {
        return new ArchivedRaw(this, message);
    }
}
