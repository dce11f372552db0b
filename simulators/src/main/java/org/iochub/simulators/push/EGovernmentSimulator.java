package org.iochub.simulators.push;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.iochub.simulators.Simulator;
import org.iochub.simulators.push.DossierPushSimulator.Hub;

/**
 * Something for figures of e-government to be computed from: a one-stop system with dossiers from both sides of the reform
 * of 2025. Its instances are the source that takes them and the one that computes.
 */
public final class EGovernmentSimulator implements Simulator {
    private static final String DOSSIERS = "dossiers-quang-nam";
    private static final String FIGURES = "e-government-quang-nam";
    private static final String TENANT = "quang-nam";

    private final List<String> messages;
    private final TamKyDossiers live;
    private final CountDownLatch delivered = new CountDownLatch(1);
    private final Optional<Thread> pusher;

    /**
     * @param hub where to push; nowhere when empty
     * @param every how often to push another dossier when the history is through; never when empty
     */
    public EGovernmentSimulator(long seed, Optional<Hub> hub, Optional<Duration> every) {
        this.messages = new TamKyDossiers(seed).all();
        this.live = new TamKyDossiers(seed + 1);
        this.pusher =
                hub.map(target -> start(new HubClient(target.url(), DOSSIERS, target.key(), Clock.systemUTC()), every));
    }

    private Thread start(HubClient client, Optional<Duration> every) {
        Thread thread = new Thread(() -> push(client, every), name());
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    private void push(HubClient client, Optional<Duration> every) {
        try {
            for (String message : messages) {
                client.deliver(message);
            }
            delivered.countDown();
            while (every.isPresent()) {
                Thread.sleep(every.get().toMillis());
                client.deliver(
                        live.at(LocalDateTime.now(ZoneId.of("Asia/Ho_Chi_Minh")).withNano(0)));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public String name() {
        return "e-government";
    }

    @Override
    public Map<String, Map<String, String>> instances() {
        Map<String, String> dossiers = new LinkedHashMap<>();
        dossiers.put("adapter", "dossiers");
        dossiers.put("tenant", TENANT);
        dossiers.put("applicantKinds", "citizen1");
        dossiers.put("areas", TamKyDossiers.AREAS);
        Map<String, String> figures = new LinkedHashMap<>();
        figures.put("adapter", name());
        figures.put("tenant", TENANT);
        figures.put("area", "49@2025-06-30;48");
        figures.put("organisations", "H47,000.00.00.H47");
        figures.put("months", "36");
        figures.put("period", "5s");
        Map<String, Map<String, String>> instances = new LinkedHashMap<>();
        instances.put(DOSSIERS, dossiers);
        instances.put(FIGURES, figures);
        return instances;
    }

    /** Every message of the history, in order. */
    public List<String> messages() {
        return messages;
    }

    /** Waits until the hub has taken the whole history; false when it had not within the time. */
    public boolean awaitDelivered(Duration atMost) throws InterruptedException {
        return delivered.await(atMost.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        pusher.ifPresent(Thread::interrupt);
    }
}
