package org.iochub.api;

import java.util.Objects;
import java.util.Optional;
import org.iochub.model.RecordData;
import org.iochub.model.area.AreaRef;

/**
 * A record as the hub has it now.
 *
 * @param area the administrative unit it belongs to, in the unit's own time; empty when no source said
 */
public record Recorded<T extends RecordData>(T data, Optional<AreaRef> area) {
    public Recorded {
        Objects.requireNonNull(data, "data");
        Objects.requireNonNull(area, "area");
    }
}
