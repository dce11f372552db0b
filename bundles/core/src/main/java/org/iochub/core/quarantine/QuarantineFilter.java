package org.iochub.core.quarantine;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * Which refused records are wanted; an empty {@code Optional} does not restrict.
 *
 * @param since refused at or after this
 * @param until refused before this
 * @param ids these entries only
 * @param state empty for all, settled ones among them
 */
public record QuarantineFilter(
        Optional<Set<String>> sources,
        Optional<Set<String>> tenants,
        Optional<String> stage,
        Optional<String> reason,
        Optional<Instant> since,
        Optional<Instant> until,
        Optional<Set<Long>> ids,
        Optional<QuarantineState> state) {
    /** Of the open ones, of any time. */
    public QuarantineFilter(
            Optional<Set<String>> sources,
            Optional<Set<String>> tenants,
            Optional<String> stage,
            Optional<String> reason) {
        this(
                sources,
                tenants,
                stage,
                reason,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(QuarantineState.OPEN));
    }

    /** All that are open. */
    public static QuarantineFilter all() {
        return new QuarantineFilter(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    public QuarantineFilter in(Optional<QuarantineState> other) {
        return new QuarantineFilter(sources, tenants, stage, reason, since, until, ids, other);
    }

    public QuarantineFilter between(Optional<Instant> from, Optional<Instant> to) {
        return new QuarantineFilter(sources, tenants, stage, reason, from, to, ids, state);
    }

    public QuarantineFilter only(Set<Long> entries) {
        return new QuarantineFilter(
                sources, tenants, stage, reason, since, until, Optional.of(Set.copyOf(entries)), state);
    }

    /** For people and the audit trail. */
    public String describe() {
        StringBuilder text = new StringBuilder();
        sources.ifPresent(v -> text.append(" source=")
                .append(String.join(",", v.stream().sorted().toList())));
        tenants.ifPresent(v -> text.append(" tenant=")
                .append(String.join(",", v.stream().sorted().toList())));
        stage.ifPresent(v -> text.append(" stage=").append(v));
        reason.ifPresent(v -> text.append(" reason=").append(v));
        since.ifPresent(v -> text.append(" since=").append(v));
        until.ifPresent(v -> text.append(" until=").append(v));
        ids.ifPresent(v -> text.append(
                v.size() > 10
                        ? " ids=" + v.size()
                        : " id=" + v.stream().sorted().map(String::valueOf).toList()));
        return text.isEmpty() ? "all" : text.substring(1);
    }
}
