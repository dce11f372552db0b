package org.iochub.core.delivery;

import java.time.Instant;
import java.util.Optional;
import org.iochub.model.Text;

/**
 * How a tap stands.
 *
 * @param kind {@code kafka} or {@code mqtt}
 * @param target servers and topic, for people; no account
 * @param cursor the place acknowledged; empty before the first batch
 * @param waiting what the tap waits for, when it does: the broker, a topic, a mended file
 * @param delivered records acknowledged since the hub started
 * @param failures attempts that failed since then
 */
public record TapStatus(
        String name,
        String kind,
        String target,
        DeliveryState state,
        Optional<String> cursor,
        long lag,
        Optional<Instant> lastSuccess,
        Optional<Text> waiting,
        long delivered,
        long failures) {}
