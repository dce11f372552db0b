package org.iochub.api.mqtt;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.eclipse.paho.mqttv5.client.IMqttToken;
import org.eclipse.paho.mqttv5.client.MqttAsyncClient;
import org.eclipse.paho.mqttv5.client.MqttCallback;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.client.MqttDisconnectResponse;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.eclipse.paho.mqttv5.common.packet.MqttProperties;
import org.iochub.api.Secret;
import org.iochub.model.FaultException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One connection, from its opening to its loss; a new one is made to go on. Safe for any number of threads. */
final class MqttConnection implements MqttCallback {
    private static final Logger LOG = LoggerFactory.getLogger(MqttConnection.class);
    private static final int AT_LEAST_ONCE = 1;
    /** Retained messages come with a new subscription, not with each connection. */
    private static final int RETAINED_WHEN_NEW = 1;

    private static final int FIRST_ERROR = 0x80;
    private static final int NORMALLY = 0;
    private static final long CLOSE_MILLIS = 2_000;
    private static final long FULL_QUEUE_MILLIS = 100;

    private final MqttSubscription subscription;
    private final BlockingQueue<Arrived> queue;
    private final MqttAsyncClient client;
    private volatile boolean closed;

    /** @throws FaultException when the client cannot be made */
    MqttConnection(MqttSubscription subscription, BlockingQueue<Arrived> queue) {
        this.subscription = subscription;
        this.queue = queue;
        try {
            this.client = new MqttAsyncClient(subscription.address(), subscription.clientId(), new MemoryPersistence());
        } catch (MqttException e) {
            throw MqttTrouble.of(e);
        }
        client.setManualAcks(true);
        client.setCallback(this);
    }

    /** @throws FaultException that says why the broker cannot be heard; the connection is closed then */
    void open() {
        long patience = subscription.connectTimeout().toMillis();
        try {
            client.connect(options()).waitForCompletion(patience);
            org.eclipse.paho.mqttv5.common.MqttSubscription[] filters = subscription.topics().stream()
                    .map(MqttConnection::filter)
                    .toArray(org.eclipse.paho.mqttv5.common.MqttSubscription[]::new);
            IMqttToken granted = client.subscribe(filters);
            granted.waitForCompletion(patience);
            requireGranted(granted);
        } catch (MqttException e) {
            close();
            throw MqttTrouble.of(e);
        } catch (FaultException e) {
            close();
            throw e;
        }
    }

    private MqttConnectionOptions options() {
        MqttConnectionOptions options = new MqttConnectionOptions();
        options.setCleanStart(false);
        options.setAutomaticReconnect(false);
        options.setSessionExpiryInterval(subscription.sessionExpiry().toSeconds());
        options.setReceiveMaximum(subscription.inFlight());
        // Beside the payload a packet holds the topic and properties.
        options.setMaximumPacketSize(subscription.maxMessageBytes() + (64L << 10));
        options.setKeepAliveInterval((int) Math.max(1, subscription.keepAlive().toSeconds()));
        options.setConnectionTimeout(
                (int) Math.max(1, subscription.connectTimeout().toSeconds()));
        subscription.username().ifPresent(options::setUserName);
        subscription
                .password()
                .map(Secret::reveal)
                .ifPresent(password -> options.setPassword(password.getBytes(StandardCharsets.UTF_8)));
        return options;
    }

    private static org.eclipse.paho.mqttv5.common.MqttSubscription filter(String topic) {
        org.eclipse.paho.mqttv5.common.MqttSubscription filter =
                new org.eclipse.paho.mqttv5.common.MqttSubscription(topic, AT_LEAST_ONCE);
        filter.setRetainHandling(RETAINED_WHEN_NEW);
        return filter;
    }

    private void requireGranted(IMqttToken granted) {
        int[] codes = granted.getReasonCodes();
        if (codes != null && Arrays.stream(codes).anyMatch(code -> code >= FIRST_ERROR)) {
            throw MqttTrouble.notGranted(subscription.topics());
        }
    }

    boolean isOpen() {
        return !closed && client.isConnected();
    }

    void acknowledge(Arrived message) {
        if (message.qos() == 0 || !isOpen()) {
            return;
        }
        try {
            client.messageArrivedComplete(message.id(), message.qos());
        } catch (MqttException e) {
            LOG.debug("A message could not be acknowledged and will come again: {}", e.toString());
        }
    }

    void close() {
        closed = true;
        try {
            // The session stays with the broker, which keeps what comes meanwhile.
            client.disconnectForcibly(0, CLOSE_MILLIS, NORMALLY, new MqttProperties());
        } catch (MqttException e) {
            LOG.debug("The broker had gone already: {}", e.toString());
        }
        try {
            client.close(true);
        } catch (MqttException e) {
            LOG.debug("The connection did not close cleanly: {}", e.toString());
        }
    }

    /** Waits for room: the broker waits with us. */
    @Override
    public void messageArrived(String topic, MqttMessage message) throws InterruptedException {
        Arrived arrived = new Arrived(this, topic, message.getPayload(), message.getId(), message.getQos());
        boolean taken = false;
        while (!taken && !closed) {
            taken = queue.offer(arrived, FULL_QUEUE_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    @Override
    public void disconnected(MqttDisconnectResponse response) {
        LOG.info("The broker of {} has gone; it is tried again", subscription.clientId());
    }

    @Override
    public void mqttErrorOccurred(MqttException e) {
        LOG.debug("MQTT: {}", e.toString());
    }

    @Override
    public void deliveryComplete(IMqttToken token) {
        // Nothing is published.
    }

    @Override
    public void connectComplete(boolean reconnect, String address) {
        // Said by connect itself.
    }

    @Override
    public void authPacketArrived(int code, MqttProperties properties) {
        // No further authentication is offered.
    }
}
