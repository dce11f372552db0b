package org.iochub.core.pipeline.internal;

import org.iochub.api.Normalizer;

/**
 * Whose messages the pipeline takes: a started instance.
 *
 * @param fence the fencing token under which it runs
 */
public record Origin(
        String source,
        String tenant,
        String adapter,
        String adapterVersion,
        boolean sensitive,
        Normalizer normalizer,
        long fence) {}
