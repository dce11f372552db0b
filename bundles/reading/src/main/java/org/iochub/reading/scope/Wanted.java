package org.iochub.reading.scope;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/**
 * What a reader asks for, before its grants are looked at. An empty list does not restrict.
 *
 * @param type a record type's name, or {@link Scoping#ALL}
 * @param major the major version; empty for the oldest of each type
 * @param areas codes, or {@code code@date} for the unit of that day; the units below are included
 * @param since recorded at or after this
 */
public record Wanted(
        String type,
        Optional<Integer> major,
        List<String> sources,
        List<String> tenants,
        List<String> areas,
        Optional<OffsetDateTime> since) {
    public Wanted {
        sources = List.copyOf(sources);
        tenants = List.copyOf(tenants);
        areas = List.copyOf(areas);
    }

    /** All of a type. */
    public static Wanted type(String type) {
        return new Wanted(type, Optional.empty(), List.of(), List.of(), List.of(), Optional.empty());
    }
}
