package org.iochub.chaos;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What the sources offered and know to be acknowledged, and what arrived in the feed. Doubles and records out of order are
 * noticed as they arrive. Safe for any number of threads.
 */
public final class Ledger {
    /** One state of one record. */
    private static final class State {
        final String load;
        final long offered;
        boolean acknowledged;
        boolean arrived;
        boolean accounted;

        State(String load, long offered) {
            this.load = load;
            this.offered = offered;
        }
    }

    /** A record's states, by revision, and where it is in the feed. */
    private static final class Identity {
        final Map<Integer, State> states = new HashMap<>();
        String subject = "";
        int last;
        boolean touched = true;
    }

    /**
     * A state that arrived.
     *
     * @param nanos from the moment it was offered on
     */
    public record Arrival(String load, long offered, long nanos) {}

    /**
     * A state that was acknowledged and is not in the feed.
     *
     * @param subject of the record in the feed; empty when none of it is there
     * @param newer whether a newer state of the record is in the feed
     */
    public record Missing(String load, Report report, String subject, boolean newer) {}

    /**
     * Records in all.
     *
     * @param superseded acknowledged and not in the feed, since a newer state of theirs came first
     */
    public record Totals(long acknowledged, long arrived, long superseded) {}

    private final Map<String, Identity> identities = new HashMap<>();
    private final List<String> violations = new ArrayList<>();
    private final List<Arrival> arrivals = new ArrayList<>();
    /** By load. */
    private final Map<String, Long> acknowledged = new TreeMap<>();

    private final Map<String, Long> arrived = new TreeMap<>();
    /** By load, when the newest of what arrived was offered. */
    private final Map<String, Long> newest = new HashMap<>();

    private long superseded;
    private Totals compared = new Totals(0, 0, 0);
    private String sequence = "";

    /** Comes before the hub can see any of it. */
    public synchronized void offer(String load, Collection<Report> reports) {
        long now = System.nanoTime();
        for (Report report : reports) {
            Identity identity = identities.computeIfAbsent(report.code(), code -> new Identity());
            identity.touched = true;
            identity.states.putIfAbsent(report.revision(), new State(load, now));
        }
    }

    public synchronized void acknowledge(Collection<Report> reports) {
        for (Report report : reports) {
            State state = identities.get(report.code()).states.get(report.revision());
            if (!state.acknowledged) {
                state.acknowledged = true;
                acknowledged.merge(state.load, 1L, Long::sum);
            }
        }
    }

    /** The feed shows a state. */
    public synchronized void arrive(Report report, String subject, String place) {
        if (place.compareTo(sequence) <= 0) {
            violations.add(report + " stands at " + place + ", behind " + sequence);
        }
        sequence = place;
        Optional<Identity> identity = Optional.ofNullable(identities.get(report.code()));
        Optional<State> state = identity.map(known -> known.states.get(report.revision()));
        if (state.isEmpty()) {
            violations.add(report + " was never offered");
            return;
        }
        if (state.get().arrived) {
            violations.add(report + " doubled at " + place);
        } else if (report.revision() < identity.get().last) {
            violations.add(report + " out of order at " + place + ", after revision " + identity.get().last);
        } else {
            state.get().arrived = true;
            identity.get().last = report.revision();
            identity.get().subject = subject;
            arrived.merge(state.get().load, 1L, Long::sum);
            newest.merge(state.get().load, state.get().offered, Math::max);
            arrivals.add(new Arrival(state.get().load, state.get().offered, System.nanoTime() - state.get().offered));
        }
    }

    public synchronized void violate(String what) {
        violations.add(what);
    }

    /** It is not in the feed, and rightly so: a newer state of the record came first. */
    public synchronized void account(Missing missing) {
        identities.get(missing.report().code()).states.get(missing.report().revision()).accounted = true;
        superseded++;
    }

    /** What was acknowledged since it was last asked, and has not arrived. */
    public synchronized List<Missing> missing() {
        List<Missing> missing = new ArrayList<>();
        identities.forEach((code, identity) -> {
            if (identity.touched) {
                identity.states.forEach((revision, state) -> {
                    if (state.acknowledged && !state.arrived && !state.accounted) {
                        missing.add(new Missing(
                                state.load, new Report(code, revision), identity.subject, identity.last > revision));
                    }
                });
            }
        });
        return missing;
    }

    /** What has been compared is not compared again; that it does not come twice is still watched. */
    public synchronized void compared() {
        identities.values().forEach(identity -> identity.touched = false);
        compared = new Totals(sum(acknowledged), sum(arrived), superseded);
    }

    /** As of the last comparison, when nothing was under way. */
    public synchronized Totals totals() {
        return compared;
    }

    private static long sum(Map<String, Long> byLoad) {
        return byLoad.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Arrivals since it was last asked. */
    public synchronized List<Arrival> arrivals() {
        List<Arrival> taken = List.copyOf(arrivals);
        arrivals.clear();
        return taken;
    }

    public synchronized List<String> violations() {
        return List.copyOf(violations);
    }

    /** Records that were acknowledged to that load. */
    public synchronized long acknowledged(String load) {
        return acknowledged.getOrDefault(load, 0L);
    }

    /** Whether something that the load offered after that moment is in the feed. */
    public synchronized boolean arrivedSince(String load, long nanos) {
        Long last = newest.get(load);
        return last != null && last - nanos > 0;
    }

    @Override
    public synchronized String toString() {
        return "acknowledged " + acknowledged + ", in the feed " + arrived;
    }
}
