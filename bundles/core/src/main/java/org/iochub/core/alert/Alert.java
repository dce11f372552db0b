package org.iochub.core.alert;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import org.iochub.model.Text;

/**
 * One trouble of one thing, from when it began until it was over.
 *
 * @param id rule and subject, the same each time this trouble comes back: {@code source-stale.reports-hanoi}
 * @param rule kebab-case; each has a page in the runbook
 * @param subject what it is about, in the rule's own terms: a source, a disk, a webhook
 * @param tenant the authority, where it is one's alone
 * @param source the source instance, where it is about one
 * @param since when it began to fire
 * @param resolved when it was over
 * @param sentence what is wrong and what to do
 * @param runbook the page that says more
 */
public record Alert(
        String id,
        String rule,
        String subject,
        Optional<String> tenant,
        Optional<String> source,
        AlertSeverity severity,
        Instant since,
        Optional<Instant> resolved,
        Text sentence,
        AlertContact contact,
        URI runbook,
        Optional<Acknowledgement> acknowledged) {

    public AlertState state() {
        return resolved.isPresent() ? AlertState.RESOLVED : AlertState.FIRING;
    }

    public Alert resolvedAt(Instant moment) {
        return new Alert(
                id,
                rule,
                subject,
                tenant,
                source,
                severity,
                since,
                Optional.of(moment),
                sentence,
                contact,
                runbook,
                acknowledged);
    }

    public Alert acknowledgedBy(Acknowledgement who) {
        return new Alert(
                id,
                rule,
                subject,
                tenant,
                source,
                severity,
                since,
                resolved,
                sentence,
                contact,
                runbook,
                Optional.of(who));
    }

    /** Still the same trouble: worse, or in other words. */
    public Alert now(AlertSeverity worse, Text words) {
        return new Alert(
                id, rule, subject, tenant, source, worse, since, resolved, words, contact, runbook, acknowledged);
    }
}
