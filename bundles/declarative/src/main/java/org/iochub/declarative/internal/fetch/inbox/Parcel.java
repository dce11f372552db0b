package org.iochub.declarative.internal.fetch.inbox;

import java.util.Map;
import java.util.Optional;

/**
 * What is delivered to the hub as one message.
 *
 * @param id the same when the same content comes again
 * @param name for people
 * @param body bytes, or a file that is deleted when the inbox closes or gives the next parcel
 * @param attributes what is known of it besides; no secrets
 * @param checkpoint to be kept with it
 * @param taken called when the hub has it
 */
public record Parcel(
        String id,
        String name,
        Object body,
        Map<String, String> attributes,
        Optional<String> checkpoint,
        Acknowledgement taken) {
    /** Tells the source that what it gave is durable. */
    @FunctionalInterface
    public interface Acknowledgement {
        void send() throws Exception;
    }

    public Parcel {
        attributes = Map.copyOf(attributes);
    }
}
