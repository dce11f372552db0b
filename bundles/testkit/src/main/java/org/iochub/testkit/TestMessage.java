package org.iochub.testkit;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.Map;
import org.iochub.api.RawMessage;

/**
 * A raw message held in memory.
 *
 * @param body not copied
 */
public record TestMessage(
        String id, String name, byte[] body, OffsetDateTime receivedAt, Map<String, String> attributes)
        implements RawMessage {
    private static final OffsetDateTime RECEIVED = OffsetDateTime.parse("2026-03-02T08:00:00+07:00");

    public static TestMessage of(String name, byte[] body) {
        return new TestMessage(name, name, body, RECEIVED, Map.of());
    }

    public static TestMessage of(String name, String body) {
        return of(name, body.getBytes(StandardCharsets.UTF_8));
    }

    /** A file on the class path beside {@code beside}, named as the file. */
    public static TestMessage fixture(Class<?> beside, String file) {
        try (InputStream in = beside.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalArgumentException("no fixture " + file + " beside " + beside.getName());
            }
            return of(file.substring(file.lastIndexOf('/') + 1), in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public TestMessage with(String attribute, String value) {
        Map<String, String> more = new java.util.TreeMap<>(attributes);
        more.put(attribute, value);
        return new TestMessage(id, name, body, receivedAt, Map.copyOf(more));
    }

    @Override
    public long size() {
        return body.length;
    }

    @Override
    public InputStream open() {
        return new ByteArrayInputStream(body);
    }
}
