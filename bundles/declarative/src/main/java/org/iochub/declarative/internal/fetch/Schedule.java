package org.iochub.declarative.internal.fetch;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.iochub.api.Source;
import org.iochub.declarative.internal.DeclaredSettings;
import org.iochub.model.FaultException;

/**
 * When a source is asked: at the start, then every so often or at times of the day, and sooner after a failure. Used by
 * one thread, that of the route.
 */
public final class Schedule {
    /**
     * As the file says it.
     *
     * @param every between the beginnings of two rounds
     * @param at times of the day, {@code HH:mm}; with these, {@code every} does not count
     */
    public record Plan(Template every, List<Template> at) {
        public static Plan of(Options options, String byDefault) {
            List<Template> at = options.list("at");
            return new Plan(options.span("every", byDefault), at);
        }

        public Schedule start(Source<DeclaredSettings> source) {
            Fill fill = new Fill(source.settings());
            List<LocalTime> times =
                    at.stream().map(time -> time(fill.text(time))).sorted().toList();
            return new Schedule(fill.span(every), times, source.clock(), source.zone(), System::nanoTime);
        }

        private static LocalTime time(String text) {
            try {
                return LocalTime.parse(text.strip());
            } catch (DateTimeException e) {
                throw FaultException.of(
                        "bad-setting",
                        "at",
                        "«" + text + "» không phải giờ trong ngày; hãy viết như 02:00.",
                        "\"" + text + "\" is no time of the day; write it like 02:00.");
            }
        }
    }

    private static final Duration LONGEST_TICK = Duration.ofSeconds(5);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(30);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(15);
    private static final Duration MOST_PATIENCE = Duration.ofHours(6);
    private static final int MOST_DOUBLINGS = 10;

    private final Duration every;
    private final List<LocalTime> at;
    private final Clock clock;
    private final ZoneId zone;
    private final LongSupplier nanos;
    private long began;
    private long next;
    private int failures;

    Schedule(Duration every, List<LocalTime> at, Clock clock, ZoneId zone, LongSupplier nanos) {
        this.every = every.compareTo(Duration.ofMillis(20)) < 0 ? Duration.ofMillis(20) : every;
        this.at = at;
        this.clock = clock;
        this.zone = zone;
        this.nanos = nanos;
        this.next = nanos.getAsLong();
    }

    /** How often {@link #due} is to be asked. */
    public Duration tick() {
        return at.isEmpty() && every.compareTo(LONGEST_TICK) < 0 ? every : LONGEST_TICK;
    }

    /** Whether a round is to begin, or to go on, now. */
    public boolean due() {
        long now = nanos.getAsLong();
        if (now - next < 0) {
            return false;
        }
        began = now;
        return true;
    }

    /** The round has come to its end. */
    public void succeeded() {
        failures = 0;
        next = at.isEmpty()
                ? began + every.toNanos()
                : nanos.getAsLong() + untilNextTime().toNanos();
    }

    /**
     * The round did not come to its end.
     *
     * @param retryAfter what the source asked for
     */
    public void failed(Optional<Duration> retryAfter) {
        Duration pause = FIRST_PAUSE.multipliedBy(1L << failures);
        failures = Math.min(failures + 1, MOST_DOUBLINGS);
        pause = min(pause, LONGEST_PAUSE);
        if (at.isEmpty()) {
            pause = min(pause, every);
        }
        Duration asked = min(retryAfter.orElse(Duration.ZERO), MOST_PATIENCE);
        next = nanos.getAsLong() + (asked.compareTo(pause) > 0 ? asked : pause).toNanos();
    }

    private Duration untilNextTime() {
        ZonedDateTime now = clock.instant().atZone(zone);
        return at.stream()
                .map(time -> {
                    ZonedDateTime today = now.with(time);
                    return Duration.between(now, today.isAfter(now) ? today : today.plusDays(1));
                })
                .min(Duration::compareTo)
                .orElse(every);
    }

    private static Duration min(Duration a, Duration b) {
        return a.compareTo(b) < 0 ? a : b;
    }
}
