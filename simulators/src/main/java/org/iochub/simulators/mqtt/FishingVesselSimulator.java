package org.iochub.simulators.mqtt;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.iochub.simulators.Simulator;

/**
 * A province's centre for vessel monitoring: a fleet that reports every two hours, vessels that fall silent, one that
 * crosses the permitted line. Topics and messages are an assumption: the national centre publishes no interface.
 */
public final class FishingVesselSimulator implements Simulator {
    public static final String CLIENT = "iochub-fishing-vessels";
    private static final int FLEET = 12;
    private static final int HISTORY = 12;
    private static final Duration REPORT = Duration.ofHours(2);
    private static final String POSITIONS = "tau-ca/51/vi-tri";
    private static final String EVENTS = "tau-ca/51/su-kien";

    private final MqttHost host;
    private final MadeUpVoyages voyages;
    private final Clock clock;
    private Instant next;
    private int step;

    /** A fleet that reports only when it is told to. */
    public FishingVesselSimulator(long seed, Clock clock) {
        this.clock = clock;
        this.voyages = new MadeUpVoyages(seed);
        this.host = new MqttHost("fishing-vessels", CLIENT);
        this.next = now().minus(REPORT.multipliedBy(HISTORY));
    }

    /**
     * A fleet that lives.
     *
     * @param every how often a vessel reports; never when empty: the history only
     */
    public FishingVesselSimulator(long seed, Optional<Duration> every) {
        this(seed, Clock.systemUTC());
        host.live(this::history, every, this::report);
    }

    @Override
    public String name() {
        return "fishing-vessels";
    }

    @Override
    public Map<String, Map<String, String>> instances() {
        Map<String, String> settings = host.settings("fishing-vessels", "quang-ngai", "tau-ca/#");
        settings.put("area", "51");
        return Map.of("fishing-vessels-quang-ngai", settings);
    }

    public MqttHost host() {
        return host;
    }

    /** A day at sea, with events that start, go on and end, and every kind of dirt once. */
    public synchronized void history() {
        List<Publication> day = new ArrayList<>();
        Instant first = next;
        while (next.isBefore(now())) {
            Instant at = next;
            IntStream.range(0, FLEET)
                    .forEach(vessel -> day.add(Publication.of(POSITIONS, voyages.position(vessel, at, step))));
            next = next.plus(REPORT);
            step++;
        }
        events(first, day);
        voyages.dirt(first).forEach(payload -> day.add(new Publication(POSITIONS, payload)));
        host.publish(day);
    }

    private void events(Instant first, List<Publication> day) {
        Instant longAgo = first.minus(Duration.ofDays(10));
        List<List<String>> told = List.of(
                voyages.event("MKN-1", "MAT_KET_NOI", 1, first, hours(first, 6, 12, 18), true),
                voyages.event("MKN-2", "MAT_KET_NOI", 2, longAgo, hours(first, 1, 7), false),
                voyages.event("MKN-3", "MAT_KET_NOI", 3, first, hours(first, 2), false),
                voyages.event("VRG-1", "VUOT_RANH_GIOI", 4, first, hours(first, 1, 3), true),
                voyages.event("VRG-2", "VUOT_RANH_GIOI", 5, first, hours(first, 5), false));
        told.forEach(event -> event.forEach(message -> day.add(Publication.of(EVENTS, message))));
    }

    private static List<Instant> hours(Instant first, int... hours) {
        return IntStream.of(hours)
                .mapToObj(hour -> first.plus(Duration.ofHours(hour)))
                .toList();
    }

    /** One report of one vessel, in turn. */
    public synchronized void report() {
        Instant at = now();
        host.publish(List.of(Publication.of(POSITIONS, voyages.position(step++ % FLEET, at, step))));
    }

    @Override
    public void close() {
        host.close();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }
}
