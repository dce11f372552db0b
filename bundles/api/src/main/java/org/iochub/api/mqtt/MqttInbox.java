package org.iochub.api.mqtt;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.Route;
import org.apache.camel.support.RoutePolicySupport;
import org.iochub.api.HubHeaders;
import org.iochub.api.Source;
import org.iochub.model.FaultException;

/**
 * What has arrived and is not acknowledged yet. The steps run on the route's thread, one after the other; the
 * connection's thread only fills the queue, and waits where it is full. A batch that the hub did not take stays and is
 * offered again. The connection is renewed when everything that came over the old one is with the hub, so that no more
 * than what one connection may have in flight is ever held.
 */
final class MqttInbox extends RoutePolicySupport {
    private static final int MOST_BATCH_BYTES = 4 << 20;
    private static final Duration SIGN_OF_LIFE = Duration.ofSeconds(30);

    private final Source<?> source;
    private final MqttSubscription subscription;
    private final BlockingQueue<Arrived> queue;
    private final List<Arrived> batch = new ArrayList<>();
    private volatile Optional<MqttConnection> connection = Optional.empty();
    private volatile boolean stopped;
    private long nextTry = System.nanoTime();
    private long nextSignOfLife = System.nanoTime();

    MqttInbox(Source<?> source, MqttSubscription subscription) {
        this.source = source;
        this.subscription = subscription;
        this.queue = new ArrayBlockingQueue<>(subscription.inFlight());
    }

    void connect(Exchange exchange) {
        boolean idle = queue.isEmpty() && batch.isEmpty();
        boolean connected = connection.filter(MqttConnection::isOpen).isPresent();
        long now = System.nanoTime();
        if (connected && idle && now >= nextSignOfLife) {
            nextSignOfLife = now + SIGN_OF_LIFE.toNanos();
            source.upToDate();
        }
        if (!connected && idle && now >= nextTry) {
            renew();
        }
    }

    private void renew() {
        connection.ifPresent(MqttConnection::close);
        connection = Optional.empty();
        try {
            MqttConnection opened = new MqttConnection(subscription, queue);
            connection = Optional.of(opened);
            opened.open();
            if (stopped) {
                opened.close();
                return;
            }
            nextSignOfLife = System.nanoTime();
        } catch (FaultException e) {
            source.waiting(e.fault().message());
            nextTry = System.nanoTime() + subscription.retryEvery().toNanos();
        }
    }

    boolean hasBatch(Exchange exchange) {
        return !stopped && (!batch.isEmpty() || !queue.isEmpty());
    }

    void batch(Exchange exchange) {
        if (batch.isEmpty()) {
            fill();
        }
        byte[] body = MqttMessages.write(batch);
        Message message = exchange.getMessage();
        message.removeHeaders("*");
        message.setHeader(Exchange.CONTENT_TYPE, "application/x-ndjson");
        message.setHeader(HubHeaders.MESSAGE_ID, MqttMessages.digest(body));
        message.setHeader(HubHeaders.MESSAGE_NAME, batch.get(0).topic() + " (" + batch.size() + ")");
        message.setBody(body);
    }

    private void fill() {
        int bytes = 0;
        for (Arrived next = queue.poll(); next != null; next = queue.poll()) {
            batch.add(next);
            bytes += next.payload().length;
            if (batch.size() >= subscription.batchSize() || bytes >= MOST_BATCH_BYTES) {
                return;
            }
        }
    }

    /** The hub has the batch. What the broker does not hear of, because it has gone, it sends again. */
    void acknowledge(Exchange exchange) {
        batch.forEach(Arrived::acknowledge);
        batch.clear();
    }

    @Override
    public void onStart(Route route) {
        stopped = false;
    }

    @Override
    public void onStop(Route route) {
        stopped = true;
        connection.ifPresent(MqttConnection::close);
    }
}
