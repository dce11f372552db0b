package org.iochub.delivery.internal.schedule;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A circuit breaker for each receiving host: after failures in a row the host is left alone for a while by all of its
 * subscriptions, then one of them tries. Safe for any number of threads.
 */
public final class Circuits {
    private static final int FAILURES = 5;
    /** A receiver that works again is not kept waiting for long because a neighbour on its host failed. */
    private static final Duration LONGEST = Duration.ofMinutes(1);

    private record Circuit(int failures, Instant closedUntil, boolean trying) {}

    private final Map<String, Circuit> circuits = new ConcurrentHashMap<>();

    /** Whether an attempt may be made now; one that may has to end with {@link #succeeded} or {@link #failed}. */
    public boolean enter(String host, Instant now) {
        boolean[] entered = {true};
        circuits.computeIfPresent(host, (same, circuit) -> {
            if (circuit.failures() < FAILURES) {
                return circuit;
            }
            entered[0] = !circuit.trying() && !now.isBefore(circuit.closedUntil());
            return entered[0] ? new Circuit(circuit.failures(), circuit.closedUntil(), true) : circuit;
        });
        return entered[0];
    }

    public void succeeded(String host) {
        circuits.remove(host);
    }

    /** @param next when whoever failed will try again */
    public void failed(String host, Instant now, Instant next) {
        Instant latest = now.plus(LONGEST);
        circuits.merge(
                host,
                new Circuit(1, next, false),
                (before, first) -> new Circuit(before.failures() + 1, next.isBefore(latest) ? next : latest, false));
    }

    /** An attempt that says nothing about the host. */
    public void left(String host) {
        circuits.computeIfPresent(
                host, (same, circuit) -> new Circuit(circuit.failures(), circuit.closedUntil(), false));
    }

    /** {@code closed}, {@code open} or {@code half-open}. */
    public String state(String host, Instant now) {
        Circuit circuit = circuits.get(host);
        if (circuit == null || circuit.failures() < FAILURES) {
            return "closed";
        }
        return circuit.trying() || !now.isBefore(circuit.closedUntil()) ? "half-open" : "open";
    }

    /** Forgets hosts that nobody delivers to any more. */
    public void keep(Set<String> hosts) {
        circuits.keySet().retainAll(hosts);
    }
}
