package org.iochub.api.http;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.iochub.api.read.Trouble;
import org.iochub.model.Fault;
import org.iochub.model.FaultException;

/** The server answered with a status that is no success, and may have said how long it wants to be left alone. */
public final class RetryAfter extends FaultException {
    private static final long serialVersionUID = 1L;
    private static final DateTimeFormatter HTTP_DATE = DateTimeFormatter.RFC_1123_DATE_TIME.withLocale(Locale.ROOT);

    private final transient Optional<Duration> pause;

    private RetryAfter(Fault fault, Optional<Duration> pause) {
        super(fault);
        this.pause = pause;
    }

    /**
     * @param message the answer of an {@code http:} endpoint
     * @throws RetryAfter ({@code http-status}) unless its status is 200
     */
    public static void require200(Message message, Clock clock) {
        int status = message.getHeader(Exchange.HTTP_RESPONSE_CODE, 0, Integer.class);
        if (status != 200) {
            Optional<String> header = Optional.ofNullable(message.getHeader("Retry-After", String.class));
            throw new RetryAfter(Trouble.status(status).fault(), parse(status, header, clock));
        }
    }

    /** How long the server wants to be left alone; empty when it does not say so. */
    public Optional<Duration> pause() {
        return pause;
    }

    /**
     * What {@code Retry-After} of RFC 9110 means: seconds or a date. It counts with 429 and 503 only.
     *
     * @return never negative; empty when absent, unreadable or without meaning under this status
     */
    public static Optional<Duration> parse(int status, Optional<String> header, Clock clock) {
        if (status != 429 && status != 503) {
            return Optional.empty();
        }
        return header.map(String::strip)
                .flatMap(text -> text.matches("\\d{1,9}")
                        ? Optional.of(Duration.ofSeconds(Long.parseLong(text)))
                        : until(text, clock));
    }

    private static Optional<Duration> until(String date, Clock clock) {
        try {
            Duration pause = Duration.between(
                    clock.instant(), ZonedDateTime.parse(date, HTTP_DATE).toInstant());
            return Optional.of(pause.isNegative() ? Duration.ZERO : pause);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
