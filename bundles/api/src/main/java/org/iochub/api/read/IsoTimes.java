package org.iochub.api.read;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalAccessor;
import org.iochub.model.FaultException;
import org.iochub.model.trace.Trace;

/** Reads times of ISO 8601, with an offset or, from careless sources, without one. */
public final class IsoTimes {
    private static final DateTimeFormatter FORMAT = new DateTimeFormatterBuilder()
            .parseCaseInsensitive()
            .append(DateTimeFormatter.ISO_LOCAL_DATE)
            .appendPattern("['T'][' ']")
            .append(DateTimeFormatter.ISO_LOCAL_TIME)
            .optionalStart()
            .appendLiteral(' ')
            .optionalEnd()
            .appendPattern("[XXX][XX][X]")
            .toFormatter()
            .withResolverStyle(ResolverStyle.STRICT);
    private static final int EARLIEST_YEAR = 2000;

    private final MissingOffset missing;
    private final ZoneId zone;

    /** @param zone where the source is, for times without an offset */
    public IsoTimes(MissingOffset missing, ZoneId zone) {
        this.missing = missing;
        this.zone = zone;
    }

    /**
     * @param field that holds the text, for faults
     * @throws FaultException {@code impossible-date}, {@code missing-offset}
     */
    public SourceTime read(String text, String field) {
        TemporalAccessor parsed;
        try {
            parsed = FORMAT.parseBest(text.strip(), OffsetDateTime::from, LocalDateTime::from);
        } catch (DateTimeException e) {
            throw impossible(text, field);
        }
        SourceTime read = parsed instanceof OffsetDateTime exact
                ? SourceTime.exact(exact)
                : missing.supply((LocalDateTime) parsed, zone, field);
        if (read.time().getYear() < EARLIEST_YEAR) {
            throw impossible(text, field);
        }
        Trace.step(
                field,
                text,
                read.time(),
                read.offsetSupplied() ? "time ISO 8601, offset supplied: " + missing : "time ISO 8601");
        return read;
    }

    private static FaultException impossible(String text, String field) {
        String shown = Shown.of(text);
        return FaultException.of(
                "impossible-date",
                field,
                "«" + shown + "» ở «" + field + "» không phải là một thời điểm có thật theo ISO 8601; hãy sửa ở nguồn.",
                "\"" + shown + "\" in \"" + field + "\" is no real time in ISO 8601; mend it at the source.");
    }
}
