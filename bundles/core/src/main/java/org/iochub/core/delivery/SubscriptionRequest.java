package org.iochub.core.delivery;

import java.util.Optional;

/**
 * What a subscriber asks for; in a change, what is empty stays as it is.
 *
 * @param owner id of the key whose grants decide what is sent
 * @param after a cursor, {@code oldest} or {@code newest}: where to begin; the oldest kept when empty
 */
public record SubscriptionRequest(
        Optional<String> owner,
        Optional<String> name,
        Optional<String> address,
        Optional<DeliveryFilter> filter,
        Optional<Integer> batch,
        Optional<String> after) {}
