package org.iochub.declarative.internal.mapping;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import org.iochub.api.Change;
import org.iochub.api.Source;
import org.iochub.api.Step;
import org.iochub.declarative.internal.DeclaredSettings;
import org.iochub.declarative.internal.expression.Scope;
import org.iochub.declarative.internal.format.Row;
import org.iochub.model.RecordType;

/** What becomes of the rows of a source. Immutable; safe for any number of threads. */
public final class Mapping {
    private final List<Entry<?>> entries;
    private final List<RecordType<?>> complete;

    Mapping(List<Entry<?>> entries, List<RecordType<?>> complete) {
        this.entries = List.copyOf(entries);
        this.complete = List.copyOf(complete);
    }

    /** Every type that a change may be of. */
    public List<RecordType<?>> types() {
        List<RecordType<?>> types = new ArrayList<>();
        for (Entry<?> entry : entries) {
            if (!types.contains(entry.type())) {
                types.add(entry.type());
            }
        }
        return types;
    }

    /** The types of which a message holds the complete list. */
    public List<RecordType<?>> complete() {
        return complete;
    }

    /**
     * The same changes, each with how its values came about.
     *
     * @param to says whether to go on
     * @return whether to go on with the next row
     */
    public boolean explain(
            Row.Found row,
            Map<String, Object> message,
            OffsetDateTime receivedAt,
            Source<DeclaredSettings> source,
            BiPredicate<Change, List<Step>> to) {
        for (Entry<?> entry : entries) {
            TracedRow traced = new TracedRow(row.value());
            Scope scope = new Scope(traced, message, source, receivedAt, new ArrayList<>(0));
            Optional<Change> change = entry.change(scope, row.raw());
            if (change.isPresent() && !to.test(change.get(), traced.steps())) {
                return false;
            }
        }
        return true;
    }

    /** Hands on the changes of one row, in the order of the entries. */
    public void changes(
            Row.Found row,
            Map<String, Object> message,
            OffsetDateTime receivedAt,
            Source<DeclaredSettings> source,
            Consumer<Change> to) {
        for (Entry<?> entry : entries) {
            Scope scope = new Scope(row.value(), message, source, receivedAt, new ArrayList<>(0));
            Optional<Change> change = entry.change(scope, row.raw());
            if (change.isPresent()) {
                to.accept(change.get());
            }
        }
    }
}
