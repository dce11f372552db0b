package org.iochub.core.replay;

import java.time.Instant;

/**
 * A raw form that a person mended. The original stays beside it.
 *
 * @param no from 1; the last one counts
 * @param by who
 * @param note why
 * @param hash SHA-256 of the mended form, hex
 */
public record Mend(int no, String by, String note, Instant at, long size, String hash) {}
