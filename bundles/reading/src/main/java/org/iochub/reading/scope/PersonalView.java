package org.iochub.reading.scope;

import org.iochub.core.access.PersonalLevel;
import org.iochub.model.RecordType;

/** What is left of a record's personal data for a reader. */
@FunctionalInterface
public interface PersonalView {
    /** The data as a reader of this level may see it, in canonical JSON; the same array when nothing has to go. */
    byte[] of(RecordType<?> type, PersonalLevel level, byte[] data);
}
