package org.iochub.declarative.internal.fetch.http;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import org.iochub.declarative.internal.expression.Expression;
import org.iochub.declarative.internal.expression.Expressions;
import org.iochub.declarative.internal.fetch.Fill;
import org.iochub.declarative.internal.fetch.Options;
import org.iochub.declarative.internal.fetch.Spans;
import org.iochub.declarative.internal.fetch.Template;
import org.iochub.model.Text;

/**
 * How a source is asked for what changed since. Immutable.
 *
 * @param parameter takes the time to ask from; empty where templates say {@code {{from}}}
 * @param until takes the time of the asking; may be empty
 * @param value a record's time of change; without it, the time of asking counts
 * @param format see {@link TimeForm}
 * @param zone of the format; empty for the source's
 * @param overlap how far behind the newest change to begin
 * @param start how far back, or since which day, the first time
 * @param nightlyAt from when on, once a day, to begin further back
 * @param nightlyOverlap how far
 */
public record Watermark(
        String parameter,
        String until,
        Optional<Expression> value,
        String format,
        Optional<Template> zone,
        Template overlap,
        Template start,
        Optional<LocalTime> nightlyAt,
        Template nightlyOverlap) {

    static Watermark of(Options options, Expressions expressions) {
        String format = options.word("format", "iso");
        try {
            TimeForm.check(format);
        } catch (IllegalArgumentException | DateTimeException e) {
            options.problems()
                    .add(
                            options.pointer("format"),
                            Text.of(
                                    "«" + format
                                            + "» không phải mẫu thời gian; hãy dùng iso, iso-offset, epoch-seconds,"
                                            + " epoch-millis hoặc mẫu như dd/MM/yyyy HH:mm:ss.",
                                    "\"" + format + "\" is no time pattern; use iso, iso-offset, epoch-seconds,"
                                            + " epoch-millis or a pattern such as dd/MM/yyyy HH:mm:ss."));
        }
        Options nightly = options.at("nightly");
        return new Watermark(
                options.word("parameter", ""),
                options.word("until", ""),
                options.has("value")
                        ? Optional.of(expressions.compile(
                                options.word("value", ""), options.pointer("value"), options.problems()))
                        : Optional.empty(),
                format,
                options.text("zone"),
                options.span("overlap", "10m"),
                options.text("start", "90d"),
                options.has("nightly") ? Optional.of(time(nightly)) : Optional.empty(),
                nightly.span("overlap", "7d"));
    }

    private static LocalTime time(Options nightly) {
        String text = nightly.word("at", "02:00");
        try {
            return LocalTime.parse(text);
        } catch (DateTimeException e) {
            nightly.problems()
                    .add(
                            nightly.pointer("at"),
                            Text.of(
                                    "«" + text + "» không phải giờ trong ngày; hãy viết như 02:00.",
                                    "\"" + text + "\" is no time of the day; write it like 02:00."));
            return LocalTime.of(2, 0);
        }
    }

    TimeForm form(Fill fill, ZoneId usual) {
        return new TimeForm(format, zone.map(fill::text).map(ZoneId::of).orElse(usual));
    }

    /** From when on to ask the first time. */
    Instant start(Fill fill, Instant now, ZoneId usual) {
        String text = fill.text(start).strip();
        try {
            return LocalDate.parse(text).atStartOfDay(usual).toInstant();
        } catch (DateTimeException e) {
            return now.minus(Spans.parse(text));
        }
    }
}
