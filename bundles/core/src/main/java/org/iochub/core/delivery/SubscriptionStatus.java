package org.iochub.core.delivery;

/**
 * A subscription as it can be shown.
 *
 * @param cursor the place acknowledged, to go on from over HTTP
 * @param lag positions of the log behind what is acknowledged
 * @param circuit {@code closed}, {@code open} while the receiver's host is left alone, {@code half-open} while it is tried
 * @param delivered records acknowledged since the hub started
 * @param deliveries batches acknowledged since then
 * @param failures attempts that failed since then
 */
public record SubscriptionStatus(
        Subscription subscription,
        String cursor,
        long lag,
        String circuit,
        long delivered,
        long deliveries,
        long failures) {}
