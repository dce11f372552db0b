package org.iochub.declarative.internal.fetch.mqtt;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.paho.mqttv5.client.IMqttToken;
import org.eclipse.paho.mqttv5.client.MqttAsyncClient;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttSubscription;
import org.iochub.api.Source;
import org.iochub.declarative.internal.DeclaredSettings;
import org.iochub.declarative.internal.fetch.Template;
import org.iochub.declarative.internal.fetch.inbox.Envelopes;
import org.iochub.declarative.internal.fetch.inbox.Inbox;
import org.iochub.declarative.internal.fetch.inbox.Parcel;
import org.iochub.declarative.internal.fetch.inbox.Spool;
import org.iochub.declarative.internal.fetch.inbox.Trust;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A session at an MQTT 5 broker, which keeps what was not acknowledged and sends it again when the session goes on. Camel's
 * own component acknowledges before a route has ended, so the client is used as it is.
 */
final class MqttInbox implements Inbox {
    private static final Logger LOG = LoggerFactory.getLogger(MqttInbox.class);
    private static final int SECONDS_TO_CONNECT = 10;
    private static final long MILLIS_TO_ANSWER = 15_000;
    private static final int KEEP_ALIVE_SECONDS = 20;
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    /** What the broker may send ahead, in bytes, should every message be as large as it may be. */
    private static final int MOST_BYTES = 128 << 20;

    private final MqttAsyncClient client;
    private final Arrivals arrivals;
    private final int batch;
    private final Duration window;

    private MqttInbox(MqttAsyncClient client, Arrivals arrivals, int batch, Duration window) {
        this.client = client;
        this.arrivals = arrivals;
        this.batch = batch;
        this.window = window;
    }

    static Inbox open(MqttOptions options, Source<DeclaredSettings> source)
            throws MqttException, GeneralSecurityException {
        DeclaredSettings settings = source.settings();
        MqttAsyncClient client = new MqttAsyncClient(
                address(options.broker().fill(settings)),
                options.clientId().map(id -> id.fill(settings)).orElse("iochub-" + source.tenant() + "-" + source.id()),
                new MemoryPersistence());
        // A batch, and the one after it.
        int underWay = Math.max(2, Math.min(2 * options.batch(), MOST_BYTES / options.maxBytes()));
        Arrivals arrivals = new Arrivals(underWay, source.clock().withZone(source.zone()));
        MqttInbox inbox =
                new MqttInbox(client, arrivals, underWay / 2, options.window().of(settings));
        try {
            client.setManualAcks(true);
            client.setCallback(arrivals);
            done(client.connect(connection(options, settings, underWay)));
            done(client.subscribe(subscriptions(options, settings)));
            return inbox;
        } catch (MqttException | GeneralSecurityException | RuntimeException e) {
            inbox.close();
            throw e;
        }
    }

    /** As the client writes it. */
    private static String address(String broker) {
        return broker.replaceFirst("^mqtts://", "ssl://").replaceFirst("^mqtt://", "tcp://");
    }

    private static MqttConnectionOptions connection(MqttOptions options, DeclaredSettings settings, int underWay)
            throws GeneralSecurityException {
        MqttConnectionOptions connection = new MqttConnectionOptions();
        connection.setCleanStart(false);
        connection.setSessionExpiryInterval(
                Math.min(0xFFFF_FFFEL, options.session().of(settings).toSeconds()));
        connection.setReceiveMaximum(underWay);
        connection.setMaximumPacketSize((long) options.maxBytes());
        connection.setConnectionTimeout(SECONDS_TO_CONNECT);
        connection.setKeepAliveInterval(KEEP_ALIVE_SECONDS);
        // The consumer connects anew itself, and says why it had to.
        connection.setAutomaticReconnect(false);
        options.user().map(user -> user.fill(settings)).ifPresent(connection::setUserName);
        options.password()
                .map(password -> password.fill(settings).getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .ifPresent(connection::setPassword);
        if (options.ca().isPresent()) {
            connection.setSocketFactory(Trust.of(options.ca().get().fill(settings)));
        }
        return connection;
    }

    private static MqttSubscription[] subscriptions(MqttOptions options, DeclaredSettings settings) {
        List<MqttSubscription> subscriptions = new ArrayList<>();
        for (Template topic : options.topics()) {
            MqttSubscription subscription = new MqttSubscription(topic.fill(settings), options.qos());
            // Retained messages come with a new subscription, not again with each connection.
            subscription.setRetainHandling(1);
            subscriptions.add(subscription);
        }
        return subscriptions.toArray(MqttSubscription[]::new);
    }

    private static void done(IMqttToken token) throws MqttException {
        token.waitForCompletion(MILLIS_TO_ANSWER);
        for (int code : Optional.ofNullable(token.getReasonCodes()).orElse(new int[0])) {
            if (code >= 0x80) {
                throw new MqttException(code);
            }
        }
    }

    @Override
    public Optional<Parcel> next() throws MqttException, IOException, InterruptedException {
        List<Arrived> gathered = arrivals.gather(batch, PATIENCE, window);
        if (gathered.isEmpty()) {
            return Optional.empty();
        }
        Envelopes envelopes = new Envelopes();
        for (Arrived message : gathered) {
            envelopes.add(message::write);
        }
        byte[] body = envelopes.finish();
        return Optional.of(new Parcel(
                "mqtt:" + Spool.digest(body),
                "mqtt: " + gathered.get(0).topic() + " (" + gathered.size() + ")",
                body,
                Map.of("Content-Type", "application/x-ndjson"),
                Optional.empty(),
                () -> acknowledge(gathered)));
    }

    private void acknowledge(List<Arrived> gathered) throws MqttException {
        for (Arrived message : gathered) {
            if (message.qos() > 0) {
                client.messageArrivedComplete(message.packet(), message.qos());
            }
        }
    }

    /** The session stays at the broker, with everything that was not acknowledged. */
    @Override
    public void close() {
        arrivals.close();
        try {
            if (client.isConnected()) {
                client.disconnectForcibly(1_000, 2_000, false);
            }
        } catch (MqttException e) {
            LOG.debug("A connection did not end cleanly: {}", e.getReasonCode());
        }
        try {
            client.close(true);
        } catch (MqttException e) {
            LOG.debug("A client did not close cleanly: {}", e.getReasonCode());
        }
    }
}
