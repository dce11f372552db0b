package org.iochub.alerts.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.iochub.alerts.internal.engine.Change;
import org.iochub.alerts.internal.engine.Engine;
import org.iochub.alerts.internal.engine.Patience;
import org.iochub.alerts.internal.look.ContactBook;
import org.iochub.alerts.internal.rule.Observation;
import org.iochub.alerts.internal.rule.Rule;
import org.iochub.alerts.internal.rule.Rules;
import org.iochub.alerts.internal.rule.World;
import org.iochub.alerts.internal.send.Channel;
import org.iochub.alerts.internal.send.Courier;
import org.iochub.alerts.internal.send.Notice;
import org.iochub.alerts.internal.send.Outbox;
import org.iochub.core.alert.Acknowledgement;
import org.iochub.core.alert.Alert;
import org.iochub.core.alert.Alerts;
import org.iochub.model.FaultException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The alerts of this hub: what a look brings is remembered, then told. Safe for any number of threads. */
public final class AlertBoard implements Alerts, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(AlertBoard.class);
    private static final int MOST_HISTORY = 1_000;
    private static final Duration KEPT = Duration.ofDays(60);

    private final Setup setup;
    private final Rules rules;
    private final Engine engine;
    private final StateFile file;
    private final Deque<Alert> history;
    private final List<Courier> couriers;

    /**
     * What a board is made of.
     *
     * @param runbook where the pages are: a rule's name is put behind it
     * @param firstWait after a channel failed, doubled up to {@code longestWait}
     */
    public record Setup(
            Path file,
            Clock clock,
            Rules rules,
            Patience patience,
            ContactBook contacts,
            String runbook,
            List<Channel> channels,
            Duration firstWait,
            Duration longestWait) {}

    public AlertBoard(Setup setup) {
        this.setup = setup;
        rules = setup.rules();
        file = new StateFile(setup.file());
        StateFile.State before = file.read();
        engine = new Engine(setup.patience(), this::begin, before.firing());
        history = new ArrayDeque<>(before.history());
        couriers = setup.channels().stream()
                .map(channel -> new Courier(
                        channel,
                        new Outbox(before.outboxes().getOrDefault(channel.name(), new Outbox.Content(List.of(), 0))),
                        this::save,
                        setup.firstWait(),
                        setup.longestWait()))
                .toList();
        couriers.forEach(Courier::wake);
    }

    private Alert begin(Observation look, Instant since) {
        return new Alert(
                look.id(),
                look.rule().code(),
                look.subject(),
                look.tenant(),
                look.source(),
                look.severity(),
                since,
                Optional.empty(),
                look.sentence(),
                setup.contacts().of(look.tenant(), look.sector(), setup.clock().instant()),
                URI.create(setup.runbook() + look.rule().code()),
                Optional.empty());
    }

    /** Draws the conclusions of one look. */
    public void conclude(World world) {
        List<Change> changes = engine.round(world.now(), rules.apply(world));
        if (changes.isEmpty()) {
            return;
        }
        List<Notice> notices = changes.stream()
                .map(change -> new Notice(change.kind(), change.alert()))
                .toList();
        synchronized (history) {
            for (Change change : changes) {
                if (change.kind() == Change.Kind.RESOLVED) {
                    history.addFirst(change.alert());
                }
            }
            while (history.size() > MOST_HISTORY || !history.isEmpty() && old(history.getLast())) {
                history.removeLast();
            }
        }
        couriers.forEach(courier -> courier.outbox().add(notices));
        // On disk before anybody is told: what was told once is not told again after a crash.
        save();
        couriers.forEach(Courier::wake);
    }

    private boolean old(Alert alert) {
        Instant end = alert.resolved().orElse(alert.since());
        return end.plus(KEPT).isBefore(setup.clock().instant());
    }

    private void save() {
        synchronized (history) {
            Map<String, Outbox.Content> outboxes = new TreeMap<>();
            couriers.forEach(
                    courier -> outboxes.put(courier.name(), courier.outbox().content()));
            try {
                file.write(new StateFile.State(engine.firing(), List.copyOf(history), outboxes));
            } catch (IOException e) {
                LOG.warn("Alerts could not be kept; after a restart some may be told again: {}", e.toString());
            }
        }
    }

    @Override
    public List<Alert> firing() {
        List<Alert> all = new ArrayList<>(engine.firing());
        all.sort(Comparator.comparing(Alert::severity)
                .reversed()
                .thenComparing(Alert::since)
                .thenComparing(Alert::id));
        return all;
    }

    @Override
    public List<Alert> resolved(Instant since) {
        synchronized (history) {
            return history.stream()
                    .filter(alert -> !alert.resolved().orElse(Instant.MIN).isBefore(since))
                    .toList();
        }
    }

    @Override
    public Optional<Alert> get(String id) {
        return engine.firing().stream().filter(alert -> alert.id().equals(id)).findFirst();
    }

    @Override
    public Alert acknowledge(String id, String by, String note) {
        Alert alert = engine.acknowledge(
                        id, new Acknowledgement(by, setup.clock().instant(), note))
                .orElseThrow(() -> FaultException.of(
                        "unknown-alert",
                        "id",
                        "Không có cảnh báo «" + id + "» nào đang mở; xem hub:alerts.",
                        "No alert \"" + id + "\" fires; see hub:alerts."));
        save();
        return alert;
    }

    @Override
    public Optional<String> runbook(String rule) {
        // Only names of rules become names of files.
        return Rule.of(rule).map(known -> {
            try (InputStream page = AlertBoard.class.getResourceAsStream("/runbook/" + known.code() + ".md")) {
                return page == null ? null : new String(page.readAllBytes(), StandardCharsets.UTF_8);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    @Override
    public void close() {
        couriers.forEach(Courier::close);
    }
}
