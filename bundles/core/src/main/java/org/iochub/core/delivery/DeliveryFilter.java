package org.iochub.core.delivery;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/**
 * Which records are wanted, as they would be asked for of a feed. An empty list does not restrict.
 *
 * @param type a record type's name, or {@code all}
 * @param major the major version; empty for the oldest of each type
 * @param areas codes, or {@code code@date}; the units below are included
 * @param since recorded at or after this
 */
public record DeliveryFilter(
        String type,
        Optional<Integer> major,
        List<String> sources,
        List<String> tenants,
        List<String> areas,
        Optional<OffsetDateTime> since) {
    public DeliveryFilter {
        sources = List.copyOf(sources);
        tenants = List.copyOf(tenants);
        areas = List.copyOf(areas);
    }

    public static DeliveryFilter type(String type) {
        return new DeliveryFilter(type, Optional.empty(), List.of(), List.of(), List.of(), Optional.empty());
    }
}
