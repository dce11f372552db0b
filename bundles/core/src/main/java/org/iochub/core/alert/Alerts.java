package org.iochub.core.alert;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What needs a person now, and what did lately. Safe for any number of threads; never waits for the store. */
public interface Alerts {
    /** What fires now, the most severe first, then the oldest. */
    List<Alert> firing();

    /** What was over at or after this moment, the latest first; kept for some weeks. */
    List<Alert> resolved(Instant since);

    /** The alert that fires under this id. */
    Optional<Alert> get(String id);

    /**
     * Notes that somebody takes care; it goes on firing. Doing so again changes nothing but who and when.
     *
     * @throws org.iochub.model.FaultException {@code unknown-alert} when nothing fires under this id
     */
    Alert acknowledge(String id, String by, String note);

    /** The page of the runbook on a rule: Markdown, Vietnamese first. */
    Optional<String> runbook(String rule);
}
