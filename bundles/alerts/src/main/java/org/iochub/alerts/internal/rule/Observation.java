package org.iochub.alerts.internal.rule;

import java.util.Optional;
import org.iochub.core.alert.AlertSeverity;
import org.iochub.model.Text;

/**
 * One look at one subject by one rule.
 *
 * @param sector whose contact is called; empty for nobody's in particular
 * @param sentence what is wrong and what to do, counts only while it is
 */
public record Observation(
        Rule rule,
        String subject,
        Optional<String> tenant,
        Optional<String> source,
        String sector,
        Level level,
        AlertSeverity severity,
        Text sentence) {

    public String id() {
        return rule.code() + "." + subject;
    }

    /** About the hub, not about one authority's source. */
    static Observation ofHub(Rule rule, String subject, Level level, AlertSeverity severity, Text sentence) {
        return new Observation(rule, subject, Optional.empty(), Optional.empty(), "", level, severity, sentence);
    }
}
