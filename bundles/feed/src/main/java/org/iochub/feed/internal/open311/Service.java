package org.iochub.feed.internal.open311;

import java.util.Optional;
import java.util.Set;
import org.iochub.model.area.AreaRef;
import org.iochub.reading.scope.Scope;

/** A kind of report somebody made somewhere. */
record Service(String tenant, String source, Optional<AreaRef> area, String code) {
    boolean isWithin(Scope scope) {
        return allows(scope.filter().tenants(), tenant)
                && allows(scope.filter().sources(), source)
                && (scope.filter().areas().isEmpty()
                        || area.isPresent() && allows(scope.filter().areas(), area.get()));
    }

    private static <T> boolean allows(Optional<Set<T>> allowed, T value) {
        return allowed.isEmpty() || allowed.get().contains(value);
    }
}
