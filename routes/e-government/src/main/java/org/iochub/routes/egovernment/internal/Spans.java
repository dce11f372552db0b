package org.iochub.routes.egovernment.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/** Adds up spans of time, each moment once. */
final class Spans {
    record Span(Instant from, Instant to) {}

    private Spans() {}

    /** How much of the time between two moments the spans cover. */
    static Duration union(List<Span> spans, Instant from, Instant to) {
        Duration sum = Duration.ZERO;
        Instant covered = from;
        for (Span span : spans.stream().sorted(Comparator.comparing(Span::from)).toList()) {
            Instant start = later(span.from(), covered);
            Instant end = span.to().isBefore(to) ? span.to() : to;
            if (end.isAfter(start)) {
                sum = sum.plus(Duration.between(start, end));
                covered = end;
            }
        }
        return sum;
    }

    private static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }
}
