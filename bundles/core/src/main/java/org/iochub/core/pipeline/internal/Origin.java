package org.iochub.core.pipeline.internal;

import org.iochub.api.Normalizer;
import org.iochub.core.archive.ArchivePolicy;

/**
 * Whose messages the pipeline takes: a started instance.
 *
 * @param fence the fencing token under which it runs
 * @param archive what becomes of its raw messages
 */
public record Origin(
        String source,
        String tenant,
        String adapter,
        String adapterVersion,
        boolean sensitive,
        Normalizer normalizer,
        long fence,
        ArchivePolicy archive) {
    /** Of an instance whose raw messages are not archived. */
    public Origin(
            String source,
            String tenant,
            String adapter,
            String adapterVersion,
            boolean sensitive,
            Normalizer normalizer,
            long fence) {
        this(source, tenant, adapter, adapterVersion, sensitive, normalizer, fence, ArchivePolicy.none());
    }
}
