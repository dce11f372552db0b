package org.iochub.api.list;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.iochub.model.FaultException;

/** One kind of list, as {@link ListGate} asks it. Called by one thread at a time. */
public interface OfficialList {
    /**
     * What its files' names begin with: {@code areas} for {@code areas-2025.csv}. The list that counts is kept under it
     * in the hub's {@code etc/<stem>/}.
     */
    String stem();

    /**
     * Reads a list and checks it by every rule.
     *
     * @throws FaultException when it is no list at all
     * @throws IOException when what it may refer to cannot be read
     */
    ListFile read(byte[] text) throws IOException;

    /** The units that count now. */
    List<ListRow> now() throws IOException;

    /**
     * The units that would count with that list.
     *
     * @throws FaultException when it does not go together with what else counts
     */
    List<ListRow> with(byte[] text) throws IOException;

    /** What is to be published, always the same text for the same units; empty while there is no list. */
    Optional<byte[]> published() throws IOException;
}
