package org.iochub.simulators.mqtt;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.iochub.simulators.TemporaryDirectory;

/**
 * A broker and what publishes through it. A broker forgets what nobody subscribed to, so the history is published when
 * the subscriber is there for the first time.
 */
public final class MqttHost implements AutoCloseable {
    private static final long LOOK_MILLIS = 200;
    private static final String USER = "hub";
    private static final String PASSWORD = "simulated";

    private final Broker broker;
    private final Publisher publisher;
    private final String subscriber;
    private final Path directory = TemporaryDirectory.make("mqtt");
    private final ScheduledExecutorService schedule;
    private boolean told;

    /**
     * @param name of what publishes
     * @param subscriber the client id of what reads
     */
    public MqttHost(String name, String subscriber) {
        this.subscriber = subscriber;
        this.broker = new Broker(USER, PASSWORD);
        this.publisher = new Publisher(broker, name);
        this.schedule = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "simulated-" + name);
            thread.setDaemon(true);
            return thread;
        });
        try {
            Files.writeString(directory.resolve("password"), PASSWORD);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Publishes the history once there is a subscriber, and something new every so often from then on. */
    void live(Runnable history, Optional<Duration> every, Runnable news) {
        schedule.scheduleWithFixedDelay(
                () -> {
                    if (!told && broker.knows(subscriber)) {
                        history.run();
                        told = true;
                    }
                },
                0,
                LOOK_MILLIS,
                TimeUnit.MILLISECONDS);
        every.ifPresent(pause -> schedule.scheduleWithFixedDelay(
                () -> {
                    if (told) {
                        news.run();
                    }
                },
                pause.toMillis(),
                pause.toMillis(),
                TimeUnit.MILLISECONDS));
    }

    /** The settings that lead a subscriber here. */
    Map<String, String> settings(String adapter, String tenant, String topics) {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("adapter", adapter);
        settings.put("tenant", tenant);
        settings.put("broker", broker.address().toString());
        settings.put("topics", topics);
        settings.put("clientId", subscriber);
        settings.put("username", USER);
        settings.put("password", "file:" + directory.resolve("password"));
        return settings;
    }

    /** Publishes in this order; the broker has them when it returns. */
    public void publish(List<Publication> publications) {
        publisher.publish(publications);
    }

    /** The broker's address, {@code mqtt://…}. */
    public String address() {
        return broker.address().toString();
    }

    public String password() {
        return PASSWORD;
    }

    public String user() {
        return USER;
    }

    /** Whether the subscriber has been here. */
    public boolean subscribed() {
        return broker.knows(subscriber);
    }

    /** How many messages the broker keeps for the subscriber, those under way included. */
    public long held() {
        return broker.held(subscriber);
    }

    public void down() {
        broker.down();
    }

    public void up() {
        broker.up();
    }

    /** Takes connections and says nothing, until it is up again. */
    public void hang() {
        broker.hang();
    }

    /** Breaks every connection. */
    public void breakLines() {
        broker.breakLines();
    }

    @Override
    public void close() {
        schedule.shutdownNow();
        broker.close();
        TemporaryDirectory.remove(directory);
    }
}
