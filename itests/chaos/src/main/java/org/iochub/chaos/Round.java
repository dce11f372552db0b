package org.iochub.chaos;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.iochub.chaos.fault.Fault;
import org.iochub.chaos.fault.Scene;
import org.iochub.chaos.load.Load;

/**
 * One fault under load and what came of it.
 *
 * @param wrong each in a sentence; empty when all is well
 * @param back from the fault's end until each source had something new in the feed
 * @param others the delay of sources that were not hit
 */
record Round(String fault, List<String> wrong, Map<String, Duration> back, Delays others) {
    private static final int SLOW_MACHINE = 3;
    private static final Duration CALM = Duration.ofSeconds(6);

    private static final Duration PATIENCE = Duration.ofSeconds(180);
    private static final int LONGEST_WAIT_MILLIS = 1_500;

    /** The delays while nothing is wrong. */
    static Delays calm(Scene scene) throws IOException, InterruptedException {
        progress(scene, System.nanoTime());
        scene.ledger().arrivals();
        scene.pass(CALM);
        return Delays.of(scene.ledger().arrivals());
    }

    /** As planned, or three times what it is in the calm, where the machine has other things to do. */
    static Duration bound(Delays calm, Duration planned) {
        Duration slow = calm.longest().multipliedBy(SLOW_MACHINE);
        return slow.compareTo(planned) > 0 ? slow : planned;
    }

    /** @param bound of the delay of sources that are not hit */
    static Round of(Fault fault, Scene scene, Duration bound) throws IOException, InterruptedException {
        progress(scene, System.nanoTime());
        scene.pass(Duration.ofMillis(scene.random().nextInt(LONGEST_WAIT_MILLIS)));
        scene.ledger().arrivals();
        long begun = System.nanoTime();
        Set<Load> hit = fault.strike(scene);
        long over = System.nanoTime();
        Map<String, Duration> back = progress(scene, over);
        Set<String> hitIds = hit.stream().map(Load::id).collect(Collectors.toSet());
        Delays others = Delays.of(scene.ledger().arrivals().stream()
                .filter(arrival -> !hitIds.contains(arrival.load()) && arrival.offered() - begun > 0)
                .toList());
        List<String> wrong = new ArrayList<>(new Comparer(scene.hub(), scene.loads(), scene.ledger()).compare());
        for (Map.Entry<String, Duration> each : others.p99().entrySet()) {
            if (each.getValue().compareTo(bound) > 0) {
                wrong.add(each.getKey() + " was delayed by another's trouble: 99 % within "
                        + each.getValue().toMillis() + " ms, bound " + bound.toMillis());
            }
        }
        return new Round(fault.name(), List.copyOf(wrong), back, others);
    }

    /** Every source gets something new through. @return how long that took each */
    private static Map<String, Duration> progress(Scene scene, long since) throws IOException, InterruptedException {
        Map<String, Duration> back = new TreeMap<>();
        try {
            scene.await("every source gets something new into the feed", PATIENCE, () -> {
                scene.loads().stream()
                        .map(Load::id)
                        .filter(id -> scene.ledger().arrivedSince(id, since))
                        .forEach(id -> back.putIfAbsent(id, Duration.ofNanos(System.nanoTime() - since)));
                return back.size() == scene.loads().size();
            });
        } catch (IOException e) {
            throw new IOException(e.getMessage() + "; " + absent(scene, back.keySet()), e);
        }
        return back;
    }

    /** What is known of the sources that got nothing through. */
    private static String absent(Scene scene, Set<String> back) throws IOException, InterruptedException {
        StringBuilder said = new StringBuilder("came back: " + back + "; " + scene.ledger());
        scene.ledger().violations().forEach(each -> said.append("; ").append(each));
        for (Load load : scene.loads()) {
            if (!back.contains(load.id())) {
                said.append("; ")
                        .append(load.id())
                        .append(": ")
                        .append(load.waiting())
                        .append(" messages not acknowledged, ");
                said.append(scene.hub().json("/api/v1/sources/" + load.id()));
            }
        }
        return said.toString();
    }

    @Override
    public String toString() {
        String end = wrong.isEmpty() ? "nothing lost, doubled or out of order" : "WRONG: " + String.join("; ", wrong);
        String beside = others.p99().isEmpty() ? "" : "; others' delay, 99 %: " + others;
        Map.Entry<String, Duration> slowest =
                back.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow();
        return String.format(
                Locale.ROOT,
                "%s: %s; all back after %.1f s (%s)%s",
                fault,
                end,
                slowest.getValue().toMillis() / 1e3,
                slowest.getKey(),
                beside);
    }
}
