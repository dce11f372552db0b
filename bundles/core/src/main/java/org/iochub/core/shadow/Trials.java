package org.iochub.core.shadow;

import java.util.List;
import org.iochub.api.SourceAdapter;

/** Puts candidates beside live instances. Safe for any number of threads. */
public interface Trials {
    /** The configured instances of an adapter that have it, whether they run or not, by id. */
    List<String> instances(String adapter);

    /**
     * @throws org.iochub.model.FaultException {@code source-not-ready}: no such instance, its adapter is not installed,
     *     or its configuration is wrong
     */
    Trial open(String source, SourceAdapter<?> candidate);
}
