package org.iochub.api.read;

import java.time.OffsetDateTime;
import java.util.List;
import org.iochub.model.Fault;

/**
 * A time as a source gave it.
 *
 * @param offsetSupplied whether the source left its offset to a {@link MissingOffset}
 */
public record SourceTime(OffsetDateTime time, boolean offsetSupplied) {
    /** A time that says its offset. */
    public static SourceTime exact(OffsetDateTime time) {
        return new SourceTime(time, false);
    }

    /**
     * The time; {@code notes} hear of a supplied offset.
     *
     * @param field where it stands, for the note
     */
    public OffsetDateTime noted(String field, List<Fault> notes) {
        if (offsetSupplied) {
            notes.add(Fault.of(
                    "offset-supplied",
                    field,
                    "Thời điểm ở «" + field + "» không ghi múi giờ; đã hiểu theo cấu hình missingOffset.",
                    "The time in \"" + field + "\" has no offset; it was read as the setting missingOffset says."));
        }
        return time;
    }
}
