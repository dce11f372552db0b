package org.iochub.core.archive;

import java.io.IOException;
import java.util.List;
import org.iochub.core.erasure.ErasedMessage;

/** Removes messages from the archive for good. Safe for any number of threads, beside readers and writers. */
public interface ArchiveEraser {
    /**
     * Overwrites what is kept of these messages, all arrivals until their time, whether or not it can be read or its key is
     * here. What remains says that something was erased and when. Once begun, it is ended at the next start if the hub ends
     * in between. What was erased before is not touched again.
     *
     * @return how many arrivals were overwritten, once that is on disk
     * @throws IOException when the disk does not let it: to be tried again
     */
    int erase(String source, List<ErasedMessage> messages) throws IOException;
}
