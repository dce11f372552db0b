package org.iochub.routes.egovernment.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.iochub.routes.egovernment.internal.Examples.at;
import static org.iochub.routes.egovernment.internal.Examples.supplement;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.iochub.model.code.DossierStatus;
import org.iochub.model.record.Dossier;
import org.iochub.model.record.DossierBuilder;
import org.junit.jupiter.api.Test;

class OnTimeRuleTest {
    private static final Instant UNTIL = at("2026-01-31T23:59").toInstant();

    private static DossierBuilder dossier() {
        return Examples.dossier("H43.15-260105-0001", "2026-01-05").dueAt(at("2026-01-12T17:00"));
    }

    private static Optional<Boolean> onTime(DossierBuilder dossier) {
        return OnTimeRule.onTime(dossier.build(), UNTIL, UNTIL);
    }

    private static Dossier.Step step(String at, DossierStatus status) {
        return new Dossier.Step(OptionalInt.empty(), at(at), status, status.code(), Optional.empty(), Optional.empty());
    }

    @Test
    void onTimeWhenFinishedNoLaterThanDue() {
        assertThat(onTime(dossier().finishedAt(at("2026-01-12T16:59")))).contains(true);
        assertThat(onTime(dossier().finishedAt(at("2026-01-12T17:00")))).contains(true);
        assertThat(onTime(dossier().finishedAt(at("2026-01-12T17:01")))).contains(false);
    }

    @Test
    void theTimeOfStatusNineTakesPrecedenceOverTen() {
        assertThat(onTime(dossier().finishedAt(at("2026-01-12")).returnedAt(at("2026-01-20"))))
                .contains(true);
        assertThat(onTime(dossier().finishedAt(at("2026-01-13")).returnedAt(at("2026-01-11"))))
                .contains(false);
        assertThat(onTime(dossier().returnedAt(at("2026-01-11")))).contains(true);
        assertThat(onTime(dossier().returnedAt(at("2026-01-20")))).contains(false);
    }

    @Test
    void stepsTellTheEndWhenTheDossierDoesNot() {
        assertThat(onTime(dossier()
                        .steps(List.of(
                                step("2026-01-11", DossierStatus.FINISHED),
                                step("2026-01-20", DossierStatus.RETURNED)))))
                .contains(true);
        assertThat(onTime(dossier().steps(List.of(step("2026-01-20", DossierStatus.RETURNED)))))
                .contains(false);
        // Taken up again after it was finished: the last time counts.
        assertThat(onTime(dossier()
                        .steps(List.of(
                                step("2026-01-11", DossierStatus.FINISHED),
                                step("2026-01-14", DossierStatus.FINISHED)))))
                .contains(false);
    }

    @Test
    void oneOpenRequestStopsTheClockWhenItWasMade() {
        assertThat(onTime(dossier().supplements(List.of(supplement("2026-01-10", "", "")))))
                .contains(true);
        assertThat(onTime(dossier().supplements(List.of(supplement("2026-01-13", "", "")))))
                .contains(false);
    }

    @Test
    void moreThanOneOpenRequestIsLate() {
        assertThat(onTime(dossier()
                        .supplements(List.of(supplement("2026-01-08", "", ""), supplement("2026-01-10", "", "")))))
                .contains(false);
    }

    @Test
    void anEndCountsWhateverRequestsWereLeftOpen() {
        assertThat(onTime(dossier()
                        .finishedAt(at("2026-01-11"))
                        .supplements(List.of(supplement("2026-01-08", "", ""), supplement("2026-01-10", "", "")))))
                .contains(true);
    }

    @Test
    void theStatusTellsOfARequestThatNoListHas() {
        assertThat(onTime(dossier()
                        .status(DossierStatus.SUPPLEMENT_REQUESTED)
                        .steps(List.of(step("2026-01-10", DossierStatus.SUPPLEMENT_REQUESTED)))))
                .contains(true);
        assertThat(onTime(dossier().steps(List.of(step("2026-01-10", DossierStatus.SUPPLEMENT_REQUESTED)))))
                .contains(false);
    }

    @Test
    void theTimeOfCompletedRequestsIsDeducted() {
        List<Dossier.Supplement> twoDays = List.of(supplement("2026-01-07", "2026-01-09", ""));
        assertThat(onTime(dossier().finishedAt(at("2026-01-14T17:00")).supplements(twoDays)))
                .contains(true);
        assertThat(onTime(dossier().finishedAt(at("2026-01-14T17:01")).supplements(twoDays)))
                .contains(false);
    }

    @Test
    void overlappingRequestsAreDeductedOnce() {
        List<Dossier.Supplement> both =
                List.of(supplement("2026-01-07", "2026-01-09", ""), supplement("2026-01-08", "2026-01-09", ""));
        assertThat(onTime(dossier().finishedAt(at("2026-01-14T17:00")).supplements(both)))
                .contains(true);
        assertThat(onTime(dossier().finishedAt(at("2026-01-14T17:01")).supplements(both)))
                .contains(false);
    }

    @Test
    void aDueDayThatARequestMovedIsNotGivenOnTopOfTheDeduction() {
        DossierBuilder moved = dossier()
                .dueAt(at("2026-01-14T17:00"))
                .originalDueAt(at("2026-01-12T17:00"))
                .supplements(List.of(supplement("2026-01-07", "2026-01-09", "2026-01-14T17:00")));
        assertThat(onTime(moved.finishedAt(at("2026-01-14T17:00")))).contains(true);
        assertThat(onTime(moved.finishedAt(at("2026-01-15")))).contains(false);
    }

    @Test
    void aRequestThatOnlyMovedTheDayIsHonouredByThatDay() {
        DossierBuilder moved = dossier()
                .dueAt(at("2026-01-16T17:00"))
                .originalDueAt(at("2026-01-12T17:00"))
                .supplements(List.of(supplement("", "", "2026-01-16T17:00")));
        assertThat(onTime(moved.finishedAt(at("2026-01-16")))).contains(true);
        assertThat(onTime(moved.finishedAt(at("2026-01-17")))).contains(false);
    }

    @Test
    void withoutAnEndThePeriodsEndCounts() {
        assertThat(onTime(dossier())).contains(false);
        assertThat(onTime(dossier().dueAt(at("2026-02-03")))).contains(true);
    }

    @Test
    void theClockOfAPeriodThatGoesOnHasRunUntilNow() {
        Dossier open = dossier().build();

        assertThat(OnTimeRule.onTime(open, UNTIL, at("2026-01-12").toInstant())).contains(true);
        assertThat(OnTimeRule.onTime(open, UNTIL, at("2026-01-13").toInstant())).contains(false);
    }

    @Test
    void whatHappenedAfterThePeriodHasNotHappened() {
        assertThat(onTime(dossier().dueAt(at("2026-02-03")).finishedAt(at("2026-02-10"))))
                .contains(true);
        // Completed in February: in January it was still open.
        assertThat(onTime(dossier().supplements(List.of(supplement("2026-01-10", "2026-02-20", "2026-03-01")))))
                .contains(true);
        assertThat(onTime(dossier().supplements(List.of(supplement("2026-02-10", "", "")))))
                .contains(false);
    }

    @Test
    void withoutADueDayItIsNeither() {
        assertThat(onTime(Examples.dossier("H43.15-260105-0002", "2026-01-05").finishedAt(at("2026-01-06"))))
                .isEmpty();
    }
}
