package org.iochub.routes.fieldreports.internal;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalAccessor;
import org.iochub.model.FaultException;

/** Reads the times of GeoReport v2: ISO 8601, with an offset or, from careless servers, without one. */
final class Open311Times {
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

    /** A time, and whether its offset had to be supplied. */
    record Read(OffsetDateTime time, boolean offsetSupplied) {}

    private final MissingOffset missing;
    private final ZoneId zone;

    Open311Times(MissingOffset missing, ZoneId zone) {
        this.missing = missing;
        this.zone = zone;
    }

    /**
     * @throws FaultException {@code impossible-date}, {@code missing-offset}
     */
    Read read(String text, String field) {
        TemporalAccessor parsed;
        try {
            parsed = FORMAT.parseBest(text.strip(), OffsetDateTime::from, LocalDateTime::from);
        } catch (DateTimeException e) {
            throw impossible(text, field);
        }
        OffsetDateTime time = parsed instanceof OffsetDateTime exact ? exact : supplied((LocalDateTime) parsed, field);
        if (time.getYear() < EARLIEST_YEAR) {
            throw impossible(text, field);
        }
        return new Read(time, parsed instanceof LocalDateTime);
    }

    private OffsetDateTime supplied(LocalDateTime time, String field) {
        return switch (missing) {
            case LOCAL -> time.atZone(zone).toOffsetDateTime();
            case UTC -> time.atOffset(ZoneOffset.UTC);
            case REFUSE ->
                throw FaultException.of(
                        "missing-offset",
                        field,
                        "Thời điểm ở «" + field + "» không ghi múi giờ; hãy bổ sung ở nguồn hoặc đặt missingOffset.",
                        "The time in \"" + field + "\" has no offset; add it at the source or set missingOffset.");
        };
    }

    private static FaultException impossible(String text, String field) {
        String shown = text.length() > 40 ? text.substring(0, 40) + "…" : text;
        return FaultException.of(
                "impossible-date",
                field,
                "«" + shown + "» ở «" + field + "» không phải là một thời điểm có thật theo ISO 8601; hãy sửa ở nguồn.",
                "\"" + shown + "\" in \"" + field + "\" is no real time in ISO 8601; mend it at the source.");
    }
}
