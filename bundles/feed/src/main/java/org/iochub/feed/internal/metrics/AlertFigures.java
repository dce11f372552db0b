package org.iochub.feed.internal.metrics;

import java.util.Map;
import org.iochub.core.alert.AlertSeverity;
import org.iochub.core.alert.Alerts;
import org.iochub.feed.internal.access.Caller;

/** How many alerts fire, for administrators. */
final class AlertFigures {
    private AlertFigures() {}

    static void write(PrometheusText text, Caller caller, Alerts alerts) {
        if (alerts == null || !caller.grants().admin()) {
            return;
        }
        text.family("hub_alerts_firing", "gauge", "Alerts that fire now");
        for (AlertSeverity severity : AlertSeverity.values()) {
            text.sample(
                    "hub_alerts_firing",
                    Map.of("severity", severity.wireName()),
                    alerts.firing().stream()
                            .filter(alert -> alert.severity() == severity)
                            .count());
        }
    }
}
