package org.iochub.core.erasure;

import java.time.Instant;

/**
 * A raw message that held something of an erased record.
 *
 * @param number in the order of erasing
 * @param message as versions call it
 * @param at what arrived until then is to be removed; what the source sends later is another matter
 */
public record ErasedMessage(long number, String source, String message, Instant at) {}
