package org.iochub.reading.scope;

import java.util.Optional;
import org.iochub.core.log.LoggedRecord;
import org.iochub.core.log.Operation;
import org.iochub.model.area.AreaRef;

/**
 * A version as one reader sees it.
 *
 * @param left the record left what the reader sees with this version: shown as a delete
 * @param late an older version that came after a newer one: in the history only
 * @param data masked for the reader; empty for a delete
 */
public record Shown(LoggedRecord record, boolean left, boolean late, byte[] data) {
    public boolean isDelete() {
        return left || record.op() == Operation.DELETE;
    }

    /** The unit the reader knows the record in: the one it left, when it left. */
    public Optional<AreaRef> area() {
        return left ? record.previousArea() : record.area();
    }

    /** Two readers may see one version differently, and events that differ need ids that differ. */
    public String eventId() {
        return left ? record.version() + "~scope" : record.version();
    }
}
