package org.iochub.core.pipeline.internal;

import java.time.OffsetDateTime;
import java.util.Optional;
import org.iochub.api.Delivered;

/**
 * What became of a message.
 *
 * @param newest the latest time of what its records tell of; empty when it held none
 */
public record Taken(Delivered delivered, Optional<OffsetDateTime> newest) {}
