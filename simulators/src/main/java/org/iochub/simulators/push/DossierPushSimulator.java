package org.iochub.simulators.push;

import java.net.URI;
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

/** A provincial one-stop system that pushes its dossiers to a hub. */
public final class DossierPushSimulator implements Simulator {
    /** Where a hub is and how it is spoken to. */
    public record Hub(URI url, String key) {}

    private static final String INSTANCE = "dossiers-quang-ngai";
    private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");

    private final DossierMessages live;
    private final List<String> messages;
    private final CountDownLatch delivered = new CountDownLatch(1);
    private final Optional<Thread> pusher;

    /** Describes its instance and pushes nothing. */
    public DossierPushSimulator(long seed) {
        this(seed, Optional.empty(), Optional.empty());
    }

    /**
     * @param hub where to push; nowhere when empty
     * @param every how often to push another step when the history is through; never when empty
     */
    public DossierPushSimulator(long seed, Optional<Hub> hub, Optional<Duration> every) {
        this.messages = new DossierMessages(seed).all();
        this.live = new DossierMessages(seed + 1);
        this.pusher =
                hub.map(target -> start(new HubClient(target.url(), INSTANCE, target.key(), Clock.systemUTC()), every));
    }

    private Thread start(HubClient client, Optional<Duration> every) {
        Thread thread = new Thread(() -> push(client, every), "dossiers");
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
                client.deliver(live.stepAt(LocalDateTime.now(VIETNAM).withNano(0)));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public String name() {
        return "dossiers";
    }

    @Override
    public Map<String, Map<String, String>> instances() {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("adapter", name());
        settings.put("tenant", "quang-ngai");
        settings.put("applicantKinds", "citizen1");
        settings.put(
                "areas", "000.21.53.H48=21034@2025-01-01,000.00.53.H48=524,000.00.15.H48=51,H48.53=21034,H48.15=51");
        Map<String, Map<String, String>> instances = new LinkedHashMap<>();
        instances.put(INSTANCE, settings);
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
