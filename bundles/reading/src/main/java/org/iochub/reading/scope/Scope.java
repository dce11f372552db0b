package org.iochub.reading.scope;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.iochub.core.access.PersonalLevel;
import org.iochub.core.log.FeedFilter;
import org.iochub.core.log.LoggedRecord;
import org.iochub.model.RecordType;
import org.iochub.model.area.AreaRef;

/**
 * What one reader sees: its grants and what it asked for, together.
 *
 * @param filter for the ports
 * @param types the types in the major version the reader gets, by name
 */
public record Scope(
        FeedFilter filter, Map<String, RecordType<?>> types, PersonalLevel level, PersonalView personalView) {

    /** The same for some of its types. */
    public Scope only(Map<String, RecordType<?>> some) {
        FeedFilter narrower = new FeedFilter(
                Optional.of(some.keySet()), filter.sources(), filter.tenants(), filter.areas(), filter.since());
        return new Scope(narrower, some, level, personalView);
    }

    /** Nothing can pass: there is no need to ask the store. */
    public boolean isEmpty() {
        return restrictsToNothing(filter.types())
                || restrictsToNothing(filter.sources())
                || restrictsToNothing(filter.tenants())
                || restrictsToNothing(filter.areas());
    }

    private static boolean restrictsToNothing(Optional<? extends Set<?>> allowed) {
        return allowed.filter(Set::isEmpty).isPresent();
    }

    /**
     * A version of the log as the reader sees it: as it is, as a delete when its record has just left the areas the
     * reader sees, or not at all.
     */
    public Optional<Shown> inFeed(LoggedRecord record) {
        if (!isAmongTypes(record) || !passes(record)) {
            return Optional.empty();
        }
        if (isWithin(record.area())) {
            return Optional.of(shown(record, false));
        }
        return record.previousArea().isPresent() && isWithin(record.previousArea())
                ? Optional.of(new Shown(record, true, false, new byte[0]))
                : Optional.empty();
    }

    /** A version by itself, as current state or as part of a history; empty when the reader may not see it. */
    public Optional<Shown> alone(LoggedRecord record, boolean late) {
        return isAmongTypes(record) && passes(record) && isWithin(record.area())
                ? Optional.of(shown(record, late))
                : Optional.empty();
    }

    private boolean isAmongTypes(LoggedRecord record) {
        RecordType<?> type = types.get(record.type());
        return type != null && type.major() == record.major();
    }

    /** The ports filter too; what the reader may not see must not hang on one place. */
    private boolean passes(LoggedRecord record) {
        return allows(filter.tenants(), allowed -> allowed.contains(record.tenant()))
                && allows(filter.sources(), allowed -> allowed.contains(record.source()));
    }

    private boolean isWithin(Optional<AreaRef> area) {
        return allows(filter.areas(), allowed -> area.isPresent() && allowed.contains(area.get()));
    }

    private static <T> boolean allows(Optional<Set<T>> restriction, Predicate<Set<T>> test) {
        return restriction.isEmpty() || test.test(restriction.get());
    }

    private Shown shown(LoggedRecord record, boolean late) {
        byte[] data = record.data().length == 0
                ? record.data()
                : personalView.of(types.get(record.type()), level, record.data());
        return new Shown(record, false, late, data);
    }
}
