package org.iochub.simulators.mqtt;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.iochub.simulators.Simulator;

/** A city's app that connects citizens and government: tells of new reports, ratings and comments as they happen. */
public final class CitizenLinkSimulator implements Simulator {
    public static final String CLIENT = "iochub-citizen-link";
    private static final int HISTORY = 40;

    private final MqttHost host;
    private final MadeUpEvents events;
    private final Clock clock;
    private Instant at;

    /** An app in which something happens only when it is told to. */
    public CitizenLinkSimulator(long seed, Clock clock) {
        this.clock = clock;
        this.events = new MadeUpEvents(seed);
        this.host = new MqttHost("citizen-app", CLIENT);
        this.at = now().minus(Duration.ofDays(2));
    }

    /**
     * An app that lives.
     *
     * @param every how often something happens; never when empty: the history only
     */
    public CitizenLinkSimulator(long seed, Optional<Duration> every) {
        this(seed, Clock.systemUTC());
        host.live(this::history, every, () -> happen(1));
    }

    @Override
    public String name() {
        return "citizen-link";
    }

    @Override
    public Map<String, Map<String, String>> instances() {
        Map<String, String> settings = host.settings("citizen-link", "quang-ngai-city", "ket-noi/#");
        settings.put("within", "51");
        return Map.of("citizen-link-quang-ngai-city", settings);
    }

    public MqttHost host() {
        return host;
    }

    /** Two days of reports, with what became of them, and every kind of dirt once. */
    public synchronized void history() {
        happen(HISTORY);
        host.publish(events.dirt(at));
    }

    /** So many new reports, each with its handling, an answer and a rating. */
    public synchronized void happen(int reports) {
        List<Publication> told = new ArrayList<>();
        for (int i = 0; i < reports; i++) {
            at = at.plus(Duration.ofMinutes(70)).isBefore(now()) ? at.plus(Duration.ofMinutes(70)) : now();
            told.addAll(events.story(at));
        }
        host.publish(told);
    }

    @Override
    public void close() {
        host.close();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }
}
