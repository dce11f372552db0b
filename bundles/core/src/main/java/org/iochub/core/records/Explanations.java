package org.iochub.core.records;

import java.util.List;
import java.util.Optional;
import org.iochub.api.Step;

/**
 * Tells how a version's values came about, by reading its raw message again: nothing of it is stored. Safe for any number
 * of threads.
 */
public interface Explanations {
    /** Of a version of which there is nothing to tell. */
    Explanations NONE = version -> Optional.empty();

    /**
     * The steps that changed a value on its way; empty when they cannot be told: the raw message is not kept, the
     * adapter or its version is another by now, or it cannot say.
     */
    Optional<List<Step>> of(StoredVersion version);
}
