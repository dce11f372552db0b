package org.iochub.core.source;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * What a source brought lately, by spans of time.
 *
 * @param end of the newest span, which is still filling
 * @param accepted records taken, unchanged ones not counted; oldest span first
 * @param quarantined records refused, of the same spans
 */
public record Rates(Instant end, List<Integer> accepted, List<Integer> quarantined) {
    /** How long a span is. */
    public static final Duration SPAN = Duration.ofMinutes(1);

    /** How many spans are kept. */
    public static final int SPANS = 60;

    public static final Rates NONE = new Rates(Instant.EPOCH, List.of(), List.of());

    public Rates {
        accepted = List.copyOf(accepted);
        quarantined = List.copyOf(quarantined);
    }
}
