package org.iochub.core.type;

import java.util.List;
import java.util.Optional;
import org.iochub.model.RecordType;

/** The record types. Safe for any number of threads. */
public interface RecordTypeRegistry {
    /** Every type in every major version, built-in ones first. */
    List<RecordType<?>> all();

    Optional<RecordType<?>> get(String name, int major);

    /** The type in its oldest major version: what a reader gets who asks for none. */
    Optional<RecordType<?>> get(String name);
}
