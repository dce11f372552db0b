package org.iochub.deploy.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** What runs adapters of one kind of file. Used by the gate's thread. */
interface Carrier {
    boolean runs(Accepted one);

    /**
     * Brings an adapter to this content and runs it.
     *
     * @return the ids of its adapters
     * @throws Refused when it does not come up; what it is then is for the caller to mend
     */
    List<String> run(Accepted one, Path content) throws Refused, IOException;

    /**
     * Runs again what was accepted before, perhaps by another version of the hub.
     *
     * @throws Refused when it does not fit any more
     */
    List<String> resume(Accepted one, Path copy) throws Refused, IOException;

    /** Removes it, also when it does not run. */
    void remove(Accepted one);
}
