package org.iochub.benchmarks.feed;

import java.util.Arrays;
import java.util.List;

final class Figures {
    private Figures() {}

    static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    /** The value that such a part of all does not pass; 0 when there are none. */
    static long part(long[] values, int count, double part) {
        long[] sorted = Arrays.copyOf(values, count);
        Arrays.sort(sorted);
        return count == 0 ? 0 : sorted[Math.min(count - 1, (int) Math.ceil(count * part) - 1)];
    }
}
