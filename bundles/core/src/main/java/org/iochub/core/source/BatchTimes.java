package org.iochub.core.source;

import java.time.Duration;
import java.util.List;

/**
 * How long a source's messages took from their arrival until their records were on disk, since the hub started.
 *
 * @param counts how many took at most each of {@link #BOUNDS}, cumulative, in that order
 * @param count how many in all
 * @param sum of all
 */
public record BatchTimes(List<Long> counts, long count, Duration sum) {
    /** Upper bounds of the buckets, shortest first. */
    public static final List<Duration> BOUNDS = List.of(
            Duration.ofMillis(5),
            Duration.ofMillis(10),
            Duration.ofMillis(25),
            Duration.ofMillis(50),
            Duration.ofMillis(100),
            Duration.ofMillis(250),
            Duration.ofMillis(500),
            Duration.ofSeconds(1),
            Duration.ofMillis(2_500),
            Duration.ofSeconds(5),
            Duration.ofSeconds(10),
            Duration.ofSeconds(60));

    public static final BatchTimes NONE =
            new BatchTimes(BOUNDS.stream().map(bound -> 0L).toList(), 0, Duration.ZERO);

    public BatchTimes {
        counts = List.copyOf(counts);
    }

    public BatchTimes plus(Duration took) {
        List<Long> more = java.util.stream.IntStream.range(0, BOUNDS.size())
                .mapToObj(i -> counts.get(i) + (took.compareTo(BOUNDS.get(i)) <= 0 ? 1 : 0))
                .toList();
        return new BatchTimes(more, count + 1, sum.plus(took));
    }
}
