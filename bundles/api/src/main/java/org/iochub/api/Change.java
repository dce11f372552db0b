package org.iochub.api;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.iochub.model.Fault;
import org.iochub.model.RecordData;
import org.iochub.model.RecordType;
import org.iochub.model.VersionKey;
import org.iochub.model.area.AreaRef;

/** One thing a message says about the shared model. Order within a message counts. */
public sealed interface Change {
    /** Where it came from within the message. */
    RawPart raw();

    /**
     * The record is now like this, whole. A part that was patched stays when this leaves it out: a part that is empty
     * here, be it an absent field or an empty list, says nothing about it.
     *
     * @param area the administrative unit it belongs to; empty when the source does not say
     * @param notes doubts about the data that do not stop it: an estimated area, a repaired text
     */
    record Upsert<T extends RecordData>(
            RecordType<T> type, T data, Optional<AreaRef> area, VersionKey version, List<Fault> notes, RawPart raw)
            implements Change {
        public Upsert {
            Objects.requireNonNull(type, "type");
            Objects.requireNonNull(data, "data");
            Objects.requireNonNull(area, "area");
            Objects.requireNonNull(version, "version");
            Objects.requireNonNull(raw, "raw");
            notes = List.copyOf(notes);
        }

        public Upsert(RecordType<T> type, T data, Optional<AreaRef> area, VersionKey version, RawPart raw) {
            this(type, data, area, version, List.of(), raw);
        }
    }

    /**
     * A named part of a record is now like this: one element of a list, found by its key and replaced or added, or one
     * field. The record must exist or arrive within the hub's waiting time, else the patch goes to quarantine.
     *
     * @param naturalKey the record's identity without its scope
     * @param part a part the type declares
     * @param value an instance of the part's value class
     */
    record Patch(RecordType<?> type, List<String> naturalKey, String part, Object value, RawPart raw)
            implements Change {
        public Patch {
            Objects.requireNonNull(type, "type");
            naturalKey = List.copyOf(naturalKey);
            Objects.requireNonNull(value, "value");
            Objects.requireNonNull(raw, "raw");
            if (type.part(part).isEmpty()) {
                throw new IllegalArgumentException(type + " has no part " + part);
            }
        }
    }

    /** The record is no more. */
    record Delete(RecordType<?> type, List<String> naturalKey, OffsetDateTime at, VersionKey version, RawPart raw)
            implements Change {
        public Delete {
            Objects.requireNonNull(type, "type");
            naturalKey = List.copyOf(naturalKey);
            Objects.requireNonNull(at, "at");
            Objects.requireNonNull(version, "version");
            Objects.requireNonNull(raw, "raw");
        }
    }

    /** A record that cannot be taken: it goes to quarantine with its raw form, and the message goes on. */
    record Refusal(Fault fault, RawPart raw) implements Change {
        public Refusal {
            Objects.requireNonNull(fault, "fault");
            Objects.requireNonNull(raw, "raw");
        }
    }

    /**
     * The message held the complete list of this type's records of this source: what it did not name is deleted. When
     * that is more than 5 % of what the source has, a person confirms first.
     */
    record ListComplete(RecordType<?> type, RawPart raw) implements Change {
        public ListComplete {
            Objects.requireNonNull(type, "type");
            Objects.requireNonNull(raw, "raw");
        }
    }
}
