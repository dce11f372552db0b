package org.iochub.core.audit;

import java.time.Instant;

/**
 * An event as it is kept.
 *
 * @param no from 1, without gaps
 * @param at when it was written down
 * @param hash SHA-256 over the hash of the entry before and everything in this one, hex: who changes or removes an entry
 *     breaks every later one
 */
public record AuditEntry(long no, Instant at, AuditEvent event, String hash) {}
