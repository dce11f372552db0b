package org.iochub.chaos;

import java.time.Instant;

/**
 * One state of one made-up citizen report, as a source delivers it.
 *
 * @param code its identity
 * @param revision counts from 1; the version key
 */
public record Report(String code, int revision) {
    /** As a line of JSON. */
    public String json(Instant changed) {
        return "{\"ma\":\"%s\",\"lan\":%d,\"luc\":\"%s\",\"noiDung\":\"Phản ánh thử %s, lần sửa %d\"}"
                .formatted(code, revision, changed, code, revision);
    }
}
