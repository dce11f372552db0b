package org.iochub.model.schema;

import java.util.ArrayList;
import java.util.List;
import org.iochub.model.Fault;
import org.iochub.model.RecordData;
import org.iochub.model.RecordType;

/**
 * Checks the content of records against what their {@link Field} annotations promise, exactly as the published JSON
 * Schema does, and beyond it what JSON cannot say: nulls, text that no store takes, dates that cannot be. Built once
 * per type. Immutable; safe for any number of threads.
 *
 * @param <T> the content
 */
public final class RecordValidator<T> {
    private final FieldCheck[] checks;

    private RecordValidator(Shape shape) {
        this.checks = shape.components().stream().map(FieldCheck::of).toArray(FieldCheck[]::new);
    }

    /**
     * @throws IllegalArgumentException when the content class breaks the rules of the model
     */
    public static <T extends RecordData> RecordValidator<T> of(RecordType<T> type) {
        return new RecordValidator<>(Shape.of(type.dataClass()));
    }

    /** The same for a part of a record, such as a step of a dossier. */
    public static <T> RecordValidator<T> of(Class<T> part) {
        return new RecordValidator<>(Shape.of(part));
    }

    /**
     * What is wrong, in the order of the fields; empty when nothing is. Codes: {@code required}, {@code too-long},
     * {@code too-many}, {@code bad-pattern}, {@code out-of-range}, {@code not-a-number}, {@code bad-text},
     * {@code impossible-date}. The place is a path such as {@code steps[2].org}. Sentences never repeat a personal
     * value.
     */
    public List<Fault> validate(T data) {
        List<Fault> faults = null;
        for (FieldCheck check : checks) {
            List<Fault> found = check.check(data);
            if (!found.isEmpty()) {
                faults = faults == null ? new ArrayList<>() : faults;
                faults.addAll(found);
            }
        }
        return faults == null ? List.of() : List.copyOf(faults);
    }

    /** {@link #validate} for code that does not know the type of its data. */
    List<Fault> validateAny(Object data) {
        @SuppressWarnings("unchecked")
        T typed = (T) data;
        return validate(typed);
    }
}
