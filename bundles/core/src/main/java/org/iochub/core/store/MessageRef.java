package org.iochub.core.store;

import java.time.OffsetDateTime;
import java.util.Map;

/**
 * A message on its way into the store.
 *
 * @param source the instance it came from
 * @param tenant the authority
 * @param id the source's name for it, or the digest of its body
 * @param named whether the id is the source's own: a named message that was taken once is never taken again; one known
 *     by its digest is skipped only when it repeats the message before it, since a source may return to earlier content
 * @param name for people
 * @param adapter the adapter's id
 * @param adapterVersion the adapter's version; a half-taken message is taken from its start when the version changed
 * @param sensitive quarantine keeps a hash and a redacted excerpt instead of the raw form
 * @param attributes what the transport said; kept with refused records, so that they can be read again as they came
 */
public record MessageRef(
        String source,
        String tenant,
        String id,
        boolean named,
        String name,
        OffsetDateTime receivedAt,
        String adapter,
        String adapterVersion,
        boolean sensitive,
        Map<String, String> attributes) {
    public MessageRef {
        attributes = Map.copyOf(attributes);
    }

    /** Of a message whose transport said nothing. */
    public MessageRef(
            String source,
            String tenant,
            String id,
            boolean named,
            String name,
            OffsetDateTime receivedAt,
            String adapter,
            String adapterVersion,
            boolean sensitive) {
        this(source, tenant, id, named, name, receivedAt, adapter, adapterVersion, sensitive, Map.of());
    }
}
