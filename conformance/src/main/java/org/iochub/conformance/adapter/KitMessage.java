package org.iochub.conformance.adapter;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.iochub.api.RawMessage;

/**
 * A message that the kit hands to an adapter.
 *
 * @param body opens it, each time anew
 */
public record KitMessage(
        String id,
        String name,
        long size,
        OffsetDateTime receivedAt,
        Map<String, String> attributes,
        Supplier<InputStream> body)
        implements RawMessage {
    private static final String NAME = "name";
    private static final String RECEIVED = "receivedAt";

    /** The fixture as it is, received at the clock's time unless it says when. */
    public static KitMessage of(Fixture fixture, Clock clock) {
        return of(fixture, fixture.raw(), clock);
    }

    /** The fixture with another body. */
    public static KitMessage of(Fixture fixture, byte[] body, Clock clock) {
        return of(fixture, body.length, () -> new ByteArrayInputStream(body), clock);
    }

    /** The fixture with another body that may be too large for memory. */
    public static KitMessage of(Fixture fixture, long size, Supplier<InputStream> body, Clock clock) {
        Map<String, String> attributes = new TreeMap<>(fixture.attributes());
        String name = attributes.getOrDefault(NAME, fixture.file());
        OffsetDateTime received = received(attributes.get(RECEIVED), clock);
        attributes.remove(NAME);
        attributes.remove(RECEIVED);
        return new KitMessage(name, name, size, received, Map.copyOf(attributes), body);
    }

    private static OffsetDateTime received(String text, Clock clock) {
        try {
            return text == null ? OffsetDateTime.now(clock) : OffsetDateTime.parse(text);
        } catch (DateTimeException e) {
            return OffsetDateTime.now(clock);
        }
    }

    @Override
    public InputStream open() {
        return body.get();
    }
}
