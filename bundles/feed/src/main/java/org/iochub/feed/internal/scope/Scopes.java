package org.iochub.feed.internal.scope;

import java.util.Optional;
import java.util.function.Supplier;
import org.iochub.core.log.LoggedRecord;
import org.iochub.feed.internal.access.Caller;
import org.iochub.feed.internal.problem.ProblemException;
import org.iochub.feed.internal.problem.Problems;
import org.iochub.feed.internal.query.Params;
import org.iochub.model.RecordType;
import org.iochub.reading.scope.Scope;
import org.iochub.reading.scope.ScopeRefusal;
import org.iochub.reading.scope.Scoping;
import org.iochub.reading.scope.Wanted;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What the caller of a request sees; a refusal becomes the problem that HTTP clients get. */
@Component(service = Scopes.class)
public final class Scopes {
    public static final String ALL = Scoping.ALL;

    private final Scoping scoping;

    @Activate
    public Scopes(@Reference Scoping scoping) {
        this.scoping = scoping;
    }

    /** The scope of a reading of a type, or of {@code all}, with the filters of the query. */
    public Scope of(Caller caller, String type, Params params) {
        Wanted wanted = new Wanted(
                type,
                params.optionalInteger("major", 1, 9_999),
                params.many("source"),
                params.many("tenant"),
                params.many("area"),
                params.moment("since"));
        return translated(() -> scoping.of(caller.grants(), wanted));
    }

    /** The scope for a version that was asked for by its record's id, in whatever major version it is. */
    public Scope any(Caller caller, LoggedRecord record) {
        return scoping.any(caller.grants(), record);
    }

    /** Refuses a type that is not there or that the caller may not read. */
    public void require(Caller caller, String type) {
        translated(() -> scoping.of(caller.grants(), Wanted.type(type)));
    }

    /** The type a reading is about; empty for {@code all}. */
    public Optional<RecordType<?>> single(Scope scope, String type) {
        return type.equals(ALL) ? Optional.empty() : Optional.of(scope.types().get(type));
    }

    private static Scope translated(Supplier<Scope> work) {
        try {
            return work.get();
        } catch (ScopeRefusal refusal) {
            throw problem(refusal);
        }
    }

    private static ProblemException problem(ScopeRefusal refusal) {
        String vi = refusal.text().vi();
        String en = refusal.text().en();
        return switch (refusal.kind()) {
            case FORBIDDEN -> Problems.forbidden(vi, en);
            case NO_SUCH_TYPE -> Problems.notFound(vi, en);
            case BAD_PARAMETER -> Problems.badParameter(refusal.parameter(), vi, en);
        };
    }
}
