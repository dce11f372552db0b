package org.iochub.alerts.internal.engine;

import java.time.Duration;
import java.util.Map;
import org.iochub.alerts.internal.rule.Rule;

/**
 * How long something must be so before anybody is told.
 *
 * @param usual before a rule's alert begins
 * @param each for rules that wait longer or shorter
 * @param over how long it must be in order again
 * @param start after a start, how long a thing that is not there may still be coming
 */
public record Patience(Duration usual, Map<Rule, Duration> each, Duration over, Duration start) {
    public Patience {
        each = Map.copyOf(each);
    }

    Duration of(Rule rule) {
        return each.getOrDefault(rule, usual);
    }
}
