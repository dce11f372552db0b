package org.iochub.routes.petitions.internal;

import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.regex.Pattern;
import org.iochub.api.read.MissingOffset;
import org.iochub.api.read.Shown;
import org.iochub.api.read.SourceTime;
import org.iochub.model.FaultException;
import org.iochub.model.time.DateStyle;
import org.iochub.model.time.VietnameseDates;

/** Reads the times of the service: {@code xs:dateTime} with or without an offset, and {@code dd/MM/yyyy HH:mm:ss}. */
final class PetitionTimes {
    private static final Pattern ISO = Pattern.compile("\\d{4}-\\d{2}-\\d{2}T.*");
    private static final Pattern OFFSET = Pattern.compile(".*(Z|[+-]\\d{2}:?\\d{2})");
    private static final int EARLIEST_YEAR = 2000;

    private final MissingOffset missing;
    private final ZoneId zone;

    PetitionTimes(MissingOffset missing, ZoneId zone) {
        this.missing = missing;
        this.zone = zone;
    }

    /**
     * @throws FaultException {@code impossible-date}, {@code missing-offset}
     */
    SourceTime read(String text, String field) {
        boolean iso = ISO.matcher(text).matches();
        OffsetDateTime read;
        try {
            read = VietnameseDates.dateTime(text, iso ? DateStyle.ISO : DateStyle.DAY_FIRST);
        } catch (FaultException e) {
            throw impossible(text, field);
        }
        if (read.getYear() < EARLIEST_YEAR || read.getYear() > 2200) {
            throw impossible(text, field);
        }
        LocalDateTime written = read.toLocalDateTime();
        // The other shape never says an offset: there it is Vietnam's by convention.
        return iso && !OFFSET.matcher(text).matches() ? missing.supply(written, zone, field) : SourceTime.exact(read);
    }

    private static FaultException impossible(String text, String field) {
        String shown = Shown.of(text);
        return FaultException.of(
                "impossible-date",
                field,
                "«" + shown + "» ở «" + field + "» không phải thời điểm có thật; hãy sửa ở nguồn.",
                "\"" + shown + "\" in \"" + field + "\" is no real time; mend it at the source.");
    }
}
