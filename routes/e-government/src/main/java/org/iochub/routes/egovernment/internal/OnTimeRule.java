package org.iochub.routes.egovernment.internal;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.iochub.model.code.DossierStatus;
import org.iochub.model.record.Dossier;

/**
 * Whether a dossier is handled on time, by the set of indicators of Decision 766/QĐ-TTg, looked at from the end of a
 * period: what happened later has not happened. Pure.
 *
 * <ul>
 *   <li>On time when handling ended no later than the due day.
 *   <li>Its end is the time of status 9; without one that of status 10.
 *   <li>Without an end, one open request for supplements stops the clock when it was made; more than one is late.
 *   <li>Without either, the end of the period counts.
 *   <li>The time that completed requests took is deducted.
 * </ul>
 */
final class OnTimeRule {
    private OnTimeRule() {}

    /**
     * @param until the last moment of the period
     * @param now no later than {@code until}: up to where the clock of a dossier without an end has run
     * @return empty for a dossier without a due day, which can be neither
     */
    static Optional<Boolean> onTime(Dossier dossier, Instant until, Instant now) {
        List<Dossier.Supplement> closed =
                dossier.supplements().stream().filter(one -> closed(one, until)).toList();
        // A request that moved the due day without saying how long it took is honoured by the day it set.
        boolean timed = closed.stream()
                .allMatch(one ->
                        one.requestedAt().isPresent() && one.completedAt().isPresent());
        Optional<Instant> due =
                (timed ? dossier.originalDueAt().or(dossier::dueAt) : dossier.dueAt()).map(OffsetDateTime::toInstant);
        if (due.isEmpty()) {
            return Optional.empty();
        }
        Optional<Instant> ended = ended(dossier, until);
        List<Optional<Instant>> open = ended.isPresent() ? List.of() : open(dossier, until);
        if (open.size() > 1) {
            return Optional.of(false);
        }
        Instant end = ended.orElseGet(
                () -> open.stream().flatMap(Optional::stream).findFirst().orElse(now));
        Duration deducted = timed
                ? Spans.union(
                        closed.stream()
                                .map(one -> new Spans.Span(
                                        one.requestedAt().orElseThrow().toInstant(),
                                        one.completedAt().orElseThrow().toInstant()))
                                .toList(),
                        dossier.receivedAt().toInstant(),
                        end)
                : Duration.ZERO;
        return Optional.of(!end.minus(deducted).isAfter(due.get()));
    }

    /** When handling ended, as known at a moment. */
    static Optional<Instant> ended(Dossier dossier, Instant until) {
        return at(dossier, DossierStatus.FINISHED, dossier.finishedAt(), until)
                .or(() -> at(dossier, DossierStatus.RETURNED, dossier.returnedAt(), until));
    }

    /** The dossier's own time for a status, else that of its last step with it. */
    private static Optional<Instant> at(
            Dossier dossier, DossierStatus status, Optional<OffsetDateTime> own, Instant until) {
        return own.map(OffsetDateTime::toInstant)
                .or(() -> lastStep(dossier, status, until))
                .filter(notAfter(until));
    }

    private static Optional<Instant> lastStep(Dossier dossier, DossierStatus status, Instant until) {
        return dossier.steps().stream()
                .filter(step -> step.status() == status)
                .map(step -> step.at().toInstant())
                .filter(notAfter(until))
                .max(Comparator.naturalOrder());
    }

    /** When each open request was made, as far as it is known. */
    private static List<Optional<Instant>> open(Dossier dossier, Instant until) {
        Optional<Instant> asked = lastStep(dossier, DossierStatus.SUPPLEMENT_REQUESTED, until);
        if (dossier.supplements().isEmpty()) {
            // A source that has no list of requests tells them by the status alone.
            return dossier.status() == DossierStatus.SUPPLEMENT_REQUESTED ? List.of(asked) : List.of();
        }
        return dossier.supplements().stream()
                .filter(one -> made(one, until) && !closed(one, until))
                .map(one -> one.requestedAt().map(OffsetDateTime::toInstant).or(() -> asked))
                .toList();
    }

    private static boolean made(Dossier.Supplement one, Instant until) {
        return one.requestedAt()
                .map(OffsetDateTime::toInstant)
                .filter(at -> at.isAfter(until))
                .isEmpty();
    }

    private static boolean closed(Dossier.Supplement one, Instant until) {
        return Stream.of(one.completedAt())
                        .flatMap(Optional::stream)
                        .map(OffsetDateTime::toInstant)
                        .anyMatch(notAfter(until))
                || one.completedAt().isEmpty() && one.newDueAt().isPresent();
    }

    private static java.util.function.Predicate<Instant> notAfter(Instant until) {
        return at -> !at.isAfter(until);
    }
}
