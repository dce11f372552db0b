package org.iochub.core.archive;

import java.time.OffsetDateTime;
import java.util.Map;

/**
 * A raw message as the archive has it. One that arrived more than once, with something else between, stands there as
 * often.
 *
 * @param source the instance it came from
 * @param tenant the authority
 * @param message the source's name for it, or {@code sha256:} and the digest of its body; what versions and quarantine
 *     entries call their message
 * @param named whether that is the source's own name
 * @param name for people
 * @param size of the body as it came, in bytes
 * @param sha256 of the body as it came, hex
 * @param attributes what the transport said; no secrets, but perhaps personal data
 * @param adapter the adapter that read it first
 * @param adapterVersion that adapter's version
 * @param encrypted whether it lies encrypted: its content is sensitive
 * @param place where it lies: unique for ever; within a source in order of arrival, compared as text
 */
public record ArchivedMessage(
        String source,
        String tenant,
        String message,
        boolean named,
        String name,
        OffsetDateTime receivedAt,
        long size,
        String sha256,
        Map<String, String> attributes,
        String adapter,
        String adapterVersion,
        boolean encrypted,
        String place) {
    public ArchivedMessage {
        attributes = Map.copyOf(attributes);
    }
}
