package org.iochub.declarative.internal.format;

import java.util.Map;
import org.iochub.api.Change;
import org.iochub.api.RawPart;

/** One record of a message before it is mapped, or what cannot be one. */
public sealed interface Row {
    /**
     * A record as its source wrote it.
     *
     * @param value fields by name: text, {@code Long}, {@code java.math.BigDecimal}, {@code Boolean}, lists and maps of
     *     these; a field that is null in the source is absent
     * @param raw where it stands
     */
    record Found(Map<String, Object> value, RawPart raw) implements Row {}

    /** What cannot be read as a record; the rest of the message goes on. */
    record Broken(Change.Refusal refusal) implements Row {}
}
