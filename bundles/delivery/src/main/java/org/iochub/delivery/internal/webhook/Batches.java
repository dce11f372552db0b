package org.iochub.delivery.internal.webhook;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.iochub.core.delivery.DeliveryPlace;
import org.iochub.core.delivery.Subscription;
import org.iochub.core.hub.Hub;
import org.iochub.core.log.FeedLog;
import org.iochub.reading.event.EventAttributes;
import org.iochub.reading.event.EventJson;
import org.iochub.reading.feed.FeedPage;
import org.iochub.reading.feed.FeedReading;
import org.iochub.reading.scope.Scope;
import org.iochub.reading.scope.Shown;

/** Reads what a subscription gets next. */
final class Batches {
    /** Of data in a delivery; one larger record goes alone. */
    private static final long MOST_BYTES = 512L << 10;

    private final FeedReading reading;
    private final EventJson events;

    /**
     * What there is.
     *
     * @param batch empty when there is nothing for this subscription
     * @param scannedTo everything up to here was looked at
     */
    record Found(Optional<Batch> batch, long scannedTo) {}

    Batches(Hub hub, FeedLog log) {
        this.reading = new FeedReading(log);
        this.events = new EventJson(new EventAttributes(hub));
    }

    /** @param after looked at before; at or behind the place that is acknowledged */
    Found next(Subscription subscription, Scope scope, long after) {
        OptionalLong underWay = subscription.progress().underWay();
        FeedPage page = reading.read(scope, after, subscription.batch(), MOST_BYTES);
        List<Shown> records = page.records();
        long to = page.next();
        if (underWay.isPresent() && underWay.getAsLong() < to) {
            to = underWay.getAsLong();
            long last = to;
            records = records.stream()
                    .filter(shown -> shown.record().position() <= last)
                    .toList();
        }
        if (records.isEmpty()) {
            return new Found(Optional.empty(), to);
        }
        return new Found(
                Optional.of(new Batch(
                        to,
                        id(subscription.id(), subscription.progress().place(), to),
                        body(records),
                        records.size(),
                        Batch.types(records))),
                to);
    }

    private byte[] body(List<Shown> records) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            char separator = '[';
            for (Shown shown : records) {
                out.write(separator);
                events.write(shown, out);
                separator = ',';
            }
            out.write(']');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static String id(String subscription, DeliveryPlace place, long to) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest((subscription + "/" + place.epoch() + "/" + place.position() + "/" + to)
                            .getBytes(StandardCharsets.UTF_8));
            return "msg_" + HexFormat.of().formatHex(digest, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
