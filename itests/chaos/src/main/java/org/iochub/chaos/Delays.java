package org.iochub.chaos;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** From offering a record to its being in a reader's hands, by load. */
record Delays(Map<String, Duration> p99) {
    static Delays of(List<Ledger.Arrival> arrivals) {
        Map<String, List<Long>> byLoad = arrivals.stream()
                .collect(Collectors.groupingBy(
                        Ledger.Arrival::load,
                        TreeMap::new,
                        Collectors.mapping(Ledger.Arrival::nanos, Collectors.toList())));
        Map<String, Duration> p99 = new TreeMap<>();
        byLoad.forEach((load, nanos) -> p99.put(load, Duration.ofNanos(percentile(nanos))));
        return new Delays(p99);
    }

    /** The longest of them. */
    Duration longest() {
        return p99.values().stream().max(Duration::compareTo).orElse(Duration.ZERO);
    }

    private static long percentile(List<Long> nanos) {
        List<Long> sorted = nanos.stream().sorted().toList();
        return sorted.get((int) Math.ceil(sorted.size() * 0.99) - 1);
    }

    @Override
    public String toString() {
        return p99.entrySet().stream()
                .map(entry -> String.format(
                        Locale.ROOT,
                        "%s %.1f s",
                        entry.getKey(),
                        entry.getValue().toMillis() / 1000.0))
                .collect(Collectors.joining(", "));
    }
}
