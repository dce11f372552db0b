package org.iochub.api;

import java.util.List;
import java.util.Map;

/**
 * What an instance of an adapter is told: the keys of its configuration, and how their values become what the adapter
 * works with. Most adapters describe them on a record: {@link #of(Class)}. Immutable; safe for any number of threads.
 *
 * @param <S> what the adapter works with
 */
public interface Settings<S extends Record> {
    /** Every key, in the order of the documentation; names are unique. */
    List<SettingKey> keys();

    /**
     * @param values of each key that has one, read as its kind, a list for keys that are lists
     * @throws org.iochub.model.FaultException when values do not fit together
     */
    S bind(Map<String, Object> values);

    /**
     * The settings that a record's components describe with {@link Setting}.
     *
     * @throws IllegalArgumentException when a component lacks the annotation or has a type that it does not know
     */
    static <R extends Record> Settings<R> of(Class<R> type) {
        return new RecordSettings<>(type);
    }
}
