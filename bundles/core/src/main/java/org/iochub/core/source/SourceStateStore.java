package org.iochub.core.source;

import java.util.List;
import java.util.Optional;

/** What is remembered of an instance over restarts. */
public interface SourceStateStore {
    Optional<String> checkpoint(String source);

    /** Whether a person stopped it. */
    boolean stopped(String source);

    void stopped(String source, boolean value);

    /**
     * Forgets how far the source has come: its checkpoint and the names of the messages that were taken. Records stay;
     * what comes again and is the same changes nothing.
     */
    void startOver(String source);

    /** Record types whose vanished records wait for a person's word, with how many: {@code facility (120 of 800)}. */
    List<String> confirmations(String source);

    /** Deletes what a complete list of the source no longer named. @return how many */
    long confirm(String source, String type);
}
