package org.iochub.core.source;

import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.iochub.api.Delivered;

/** The source instances of this hub. Safe for any number of threads. */
public interface Sources {
    /** Every configured instance, by id, those without an adapter included. */
    List<SourceStatus> list();

    Optional<SourceStatus> get(String id);

    /** What was agreed with an instance's owner; nothing for one that is not there. */
    default SourceAgreement agreement(String id) {
        return SourceAgreement.none();
    }

    /**
     * Starts an instance that was stopped; remembered over restarts. No effect on a running one.
     *
     * @throws org.iochub.model.FaultException {@code unknown-source}
     */
    void start(String id);

    /** Lets the messages under way end, then stops the instance; remembered over restarts. */
    void stop(String id);

    /** Stops and starts without touching any other instance. */
    void restart(String id);

    /**
     * Stops an instance, forgets how far it has come, and starts it again: it reads from its beginning. Records stay.
     *
     * @throws org.iochub.model.FaultException {@code unknown-source}
     */
    void startOver(String id);

    /**
     * Hands a pushed message to an instance and waits until it is durable.
     *
     * @param named the message's id if the sender gave one
     * @param attributes headers of the transport, without secrets
     * @throws org.iochub.model.FaultException {@code unknown-source}, {@code not-a-push-source}, {@code source-stopped},
     *     {@code source-busy} (come again), {@code too-large}
     */
    Delivered push(String id, Optional<String> named, Map<String, String> attributes, InputStream body);
}
