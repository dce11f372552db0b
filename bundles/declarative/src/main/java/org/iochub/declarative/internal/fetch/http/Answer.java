package org.iochub.declarative.internal.fetch.http;

import java.io.Closeable;
import java.io.IOException;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a server answered, read to its end.
 *
 * @param url that answered, after redirects
 * @param headers the value of a header; several with commas between
 */
public record Answer(int status, URI url, Function<String, Optional<String>> headers, Body body) implements Closeable {
    public Optional<String> header(String name) {
        return headers.apply(name).map(String::strip).filter(value -> !value.isEmpty());
    }

    boolean redirects() {
        return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
    }

    /** The server's own clock, when it says so. */
    Optional<Instant> date() {
        return header("Date").flatMap(Answer::httpDate);
    }

    static Optional<Instant> httpDate(String text) {
        try {
            return Optional.of(ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    @Override
    public void close() throws IOException {
        body.close();
    }
}
