package org.iochub.alerts.internal.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import org.iochub.alerts.internal.engine.Change.Kind;
import org.iochub.alerts.internal.rule.Observation;
import org.iochub.alerts.internal.rule.Rule;
import org.iochub.alerts.internal.rule.Rules.Round;
import org.iochub.core.alert.Acknowledgement;
import org.iochub.core.alert.Alert;

/**
 * Turns looks into alerts: a blip is none, a value at the edge does not flicker, and what fires stays one alert until it
 * is over. Time comes with each round. Safe for any number of threads.
 */
public final class Engine {
    private final Patience patience;
    private final BiFunction<Observation, Instant, Alert> maker;
    private final Map<String, Instant> pending = new HashMap<>();
    private final Map<String, Instant> clearing = new HashMap<>();
    private final Map<String, Alert> firing = new HashMap<>();
    private Optional<Instant> first = Optional.empty();

    /**
     * @param maker makes the alert that begins at a moment
     * @param before what fired when the hub stopped
     */
    public Engine(Patience patience, BiFunction<Observation, Instant, Alert> maker, List<Alert> before) {
        this.patience = patience;
        this.maker = maker;
        before.forEach(alert -> firing.put(alert.id(), alert));
    }

    public synchronized List<Alert> firing() {
        return List.copyOf(firing.values());
    }

    public synchronized Optional<Alert> acknowledge(String id, Acknowledgement who) {
        return Optional.ofNullable(firing.computeIfPresent(id, (key, alert) -> alert.acknowledgedBy(who)));
    }

    /** @return what people have to be told, in order */
    public synchronized List<Change> round(Instant now, Round round) {
        first = first.or(() -> Optional.of(now));
        List<Change> changes = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (Observation look : round.observations()) {
            seen.add(look.id());
            switch (look.level()) {
                case RAISE -> raised(look, now, changes);
                case HOLD -> {
                    pending.remove(look.id());
                    clearing.remove(look.id());
                }
                case CLEAR -> cleared(look.id(), now, changes);
            }
        }
        pending.keySet().retainAll(seen);
        if (!now.isBefore(first.orElse(now).plus(patience.start()))) {
            gone(round.looked(), seen).forEach(id -> cleared(id, now, changes));
        }
        return changes;
    }

    private void raised(Observation look, Instant now, List<Change> changes) {
        String id = look.id();
        clearing.remove(id);
        Alert before = firing.get(id);
        if (before != null) {
            boolean worse = look.severity().compareTo(before.severity()) > 0;
            Alert alert = before.now(worse ? look.severity() : before.severity(), look.sentence());
            firing.put(id, alert);
            if (worse) {
                changes.add(new Change(Kind.WORSENED, alert));
            }
            return;
        }
        Instant since = pending.computeIfAbsent(id, key -> now);
        if (Duration.between(since, now).compareTo(patience.of(look.rule())) >= 0) {
            pending.remove(id);
            Alert alert = maker.apply(look, since);
            firing.put(id, alert);
            changes.add(new Change(Kind.FIRING, alert));
        }
    }

    private void cleared(String id, Instant now, List<Change> changes) {
        pending.remove(id);
        Alert alert = firing.get(id);
        if (alert == null) {
            clearing.remove(id);
            return;
        }
        Instant since = clearing.computeIfAbsent(id, key -> now);
        if (Duration.between(since, now).compareTo(patience.over()) >= 0) {
            clearing.remove(id);
            firing.remove(id);
            changes.add(new Change(Kind.RESOLVED, alert.resolvedAt(now)));
        }
    }

    /** What fires and is not there any more, as far as its rule could look. */
    private List<String> gone(Set<Rule> looked, Set<String> seen) {
        return firing.values().stream()
                .filter(alert -> !seen.contains(alert.id()))
                .filter(alert -> Rule.of(alert.rule()).map(looked::contains).orElse(true))
                .map(Alert::id)
                .sorted()
                .toList();
    }
}
