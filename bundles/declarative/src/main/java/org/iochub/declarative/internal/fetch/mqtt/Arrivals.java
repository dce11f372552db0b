package org.iochub.declarative.internal.fetch.mqtt;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.eclipse.paho.mqttv5.client.IMqttToken;
import org.eclipse.paho.mqttv5.client.MqttCallback;
import org.eclipse.paho.mqttv5.client.MqttDisconnectResponse;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.eclipse.paho.mqttv5.common.packet.MqttProperties;

/**
 * Messages between the client's thread and the consumer's. As many as may be under way fit in; a broker that sends more,
 * as it may without quality of service, waits.
 */
final class Arrivals implements MqttCallback {
    private final BlockingQueue<Arrived> queue;
    private final Clock clock;
    private volatile boolean closed;
    private volatile Optional<MqttException> lost = Optional.empty();

    Arrivals(int most, Clock clock) {
        this.queue = new ArrayBlockingQueue<>(most);
        this.clock = clock;
    }

    /**
     * Waits for a message, then gathers what follows it closely.
     *
     * @return empty when none came
     * @throws MqttException when the connection is lost: what was gathered comes again
     */
    List<Arrived> gather(int most, Duration patience, Duration window) throws InterruptedException, MqttException {
        List<Arrived> gathered = new ArrayList<>();
        Arrived next = queue.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
        long end = System.nanoTime() + window.toNanos();
        while (next != null) {
            gathered.add(next);
            next = gathered.size() < most ? queue.poll(end - System.nanoTime(), TimeUnit.NANOSECONDS) : null;
        }
        if (lost.isPresent()) {
            throw lost.get();
        }
        return gathered;
    }

    /** Nobody asks any more; the client's thread is let go. */
    void close() {
        closed = true;
        queue.clear();
    }

    @Override
    public void messageArrived(String topic, MqttMessage message) throws InterruptedException {
        Arrived arrived = new Arrived(
                topic,
                message.getPayload(),
                message.getId(),
                message.getQos(),
                message.isRetained(),
                OffsetDateTime.now(clock));
        boolean in = false;
        while (!closed && !in) {
            in = queue.offer(arrived, 200, TimeUnit.MILLISECONDS);
        }
    }

    @Override
    public void disconnected(MqttDisconnectResponse response) {
        lost = Optional.of(Optional.ofNullable(response.getException())
                .orElseGet(() -> new MqttException(response.getReturnCode())));
    }

    @Override
    public void mqttErrorOccurred(MqttException exception) {
        lost = Optional.of(exception);
    }

    @Override
    public void deliveryComplete(IMqttToken token) {
        // Nothing is sent.
    }

    @Override
    public void connectComplete(boolean reconnect, String address) {
        // The token of the connection says so as well.
    }

    @Override
    public void authPacketArrived(int reasonCode, MqttProperties properties) {
        // No extended authentication is offered.
    }
}
