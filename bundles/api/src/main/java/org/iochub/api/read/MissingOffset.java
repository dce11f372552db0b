package org.iochub.api.read;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.iochub.model.FaultException;

/** What to make of a time that does not say its offset. Meant for a setting of the name {@code missingOffset}. */
public enum MissingOffset {
    /** It is meant in the authority's time zone. */
    LOCAL,
    /** It is meant in UTC. */
    UTC,
    /** The record is refused. */
    REFUSE;

    /**
     * The moment such a time means.
     *
     * @param zone the authority's
     * @param field where it stands, for the fault
     * @throws FaultException {@code missing-offset}
     */
    public SourceTime supply(LocalDateTime time, ZoneId zone, String field) {
        return switch (this) {
            case LOCAL -> new SourceTime(time.atZone(zone).toOffsetDateTime(), true);
            case UTC -> new SourceTime(time.atOffset(ZoneOffset.UTC), true);
            case REFUSE ->
                throw FaultException.of(
                        "missing-offset",
                        field,
                        "Thời điểm ở «" + field + "» không ghi múi giờ; hãy bổ sung ở nguồn hoặc đặt missingOffset.",
                        "The time in \"" + field + "\" has no offset; add it at the source or set missingOffset.");
        };
    }
}
