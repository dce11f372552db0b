package org.iochub.core.archive;

import java.time.Instant;
import java.util.Optional;

/**
 * What a source's archive takes.
 *
 * @param bytes on disk
 * @param oldest when the oldest message kept was received; empty when there is none
 */
public record ArchiveUse(String source, long messages, long bytes, Optional<Instant> oldest) {}
