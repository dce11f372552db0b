package org.iochub.feed.internal.open311;

import java.util.Map;
import java.util.Set;
import org.iochub.feed.internal.access.Caller;
import org.iochub.feed.internal.query.Params;
import org.iochub.feed.internal.scope.Scopes;
import org.iochub.reading.scope.Scope;

/** A jurisdiction is an authority. */
final class Jurisdiction {
    private Jurisdiction() {}

    /** Reports of the jurisdiction that is asked for, or of all that the caller may see. */
    static Scope scope(Scopes scopes, Caller caller, Params params) {
        Params filters = params.only(Set.of("area", "source"))
                .replaced(
                        Map.of("tenant", params.one("jurisdiction_id").stream().toList()));
        return scopes.of(caller, ServiceCatalog.TYPE, filters);
    }
}
