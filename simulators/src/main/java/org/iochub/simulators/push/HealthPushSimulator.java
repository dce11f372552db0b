package org.iochub.simulators.push;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.iochub.simulators.Simulator;
import org.iochub.simulators.push.DossierPushSimulator.Hub;

/** A hospital that pushes packages of claims to a hub. */
public final class HealthPushSimulator implements Simulator {
    private static final String INSTANCE = "health-quang-ngai";
    private static final String SENT = "X-Sent-At";

    private final HealthPackages live;
    private final List<HealthPackages.Sent> packages;
    private final CountDownLatch delivered = new CountDownLatch(1);
    private final Optional<Thread> pusher;

    /** Describes its instance and pushes nothing. */
    public HealthPushSimulator(long seed) {
        this(seed, Optional.empty(), Optional.empty());
    }

    /**
     * @param hub where to push; nowhere when empty
     * @param every how often to push the day so far when the history is through; never when empty
     */
    public HealthPushSimulator(long seed, Optional<Hub> hub, Optional<Duration> every) {
        this.packages = new HealthPackages(seed).all();
        this.live = new HealthPackages(seed + 1);
        this.pusher =
                hub.map(target -> start(new HubClient(target.url(), INSTANCE, target.key(), Clock.systemUTC()), every));
    }

    private Thread start(HubClient client, Optional<Duration> every) {
        Thread thread = new Thread(() -> push(client, every), "health");
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    private void push(HubClient client, Optional<Duration> every) {
        try {
            for (HealthPackages.Sent one : packages) {
                deliver(client, one);
            }
            delivered.countDown();
            while (every.isPresent()) {
                Thread.sleep(every.get().toMillis());
                deliver(client, live.soFar(OffsetDateTime.now(ZoneOffset.ofHours(7))));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void deliver(HubClient client, HealthPackages.Sent one) throws InterruptedException {
        client.deliver(one.body(), headers(one));
    }

    private static Map<String, String> headers(HealthPackages.Sent one) {
        return Map.of("Content-Type", "application/xml", SENT, one.sent().toString());
    }

    @Override
    public String name() {
        return "health";
    }

    @Override
    public Map<String, Map<String, String>> instances() {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("adapter", name());
        settings.put("tenant", "quang-ngai");
        settings.put("facilities", HealthPackages.FACILITY + "=21025@2025-07-01");
        settings.put("sentHeader", SENT);
        Map<String, Map<String, String>> instances = new LinkedHashMap<>();
        instances.put(INSTANCE, settings);
        return instances;
    }

    /** Every package of the history, in order. */
    public List<String> packages() {
        return packages.stream().map(HealthPackages.Sent::body).toList();
    }

    /** What each of them is sent with. */
    public List<Map<String, String>> headers() {
        return packages.stream().map(HealthPushSimulator::headers).toList();
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
