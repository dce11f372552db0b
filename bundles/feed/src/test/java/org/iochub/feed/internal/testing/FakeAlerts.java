package org.iochub.feed.internal.testing;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.iochub.core.alert.Acknowledgement;
import org.iochub.core.alert.Alert;
import org.iochub.core.alert.AlertContact;
import org.iochub.core.alert.AlertSeverity;
import org.iochub.core.alert.Alerts;
import org.iochub.model.FaultException;
import org.iochub.model.Text;

/** Two alerts that fire and one that is over. */
public final class FakeAlerts implements Alerts {
    private final List<Alert> firing = new ArrayList<>(List.of(
            alert("source-failing", "stations-hanoi", AlertSeverity.CRITICAL),
            alert("source-stale", "reports-hanoi", AlertSeverity.WARNING)));

    static Alert alert(String rule, String source, AlertSeverity severity) {
        return new Alert(
                rule + "." + source,
                rule,
                source,
                Optional.of("vinhlong"),
                Optional.of(source),
                severity,
                Instant.parse("2026-03-01T01:00:00Z"),
                Optional.empty(),
                Text.of("Hãy gọi đầu mối.", "Call the contact."),
                new AlertContact(List.of("Tổ trực 1, truc@example.vn"), List.of("truc@example.vn")),
                URI.create("https://ioc.example.vn/api/v1/alerts/runbook/" + rule),
                Optional.empty());
    }

    @Override
    public List<Alert> firing() {
        return List.copyOf(firing);
    }

    @Override
    public List<Alert> resolved(Instant since) {
        Instant end = Instant.parse("2026-02-28T01:00:00Z");
        return end.isBefore(since)
                ? List.of()
                : List.of(alert("disk-low", "store", AlertSeverity.WARNING).resolvedAt(end));
    }

    @Override
    public Optional<Alert> get(String id) {
        return firing.stream().filter(alert -> alert.id().equals(id)).findFirst();
    }

    @Override
    public Alert acknowledge(String id, String by, String note) {
        Alert alert = get(id).orElseThrow(() ->
                FaultException.of("unknown-alert", "id", "Không có cảnh báo này.", "There is no such alert."));
        Alert known = alert.acknowledgedBy(new Acknowledgement(by, Instant.parse("2026-03-01T02:00:00Z"), note));
        firing.set(firing.indexOf(alert), known);
        return known;
    }

    @Override
    public Optional<String> runbook(String rule) {
        return rule.equals("source-stale") ? Optional.of("# Nguồn im lặng\n") : Optional.empty();
    }
}
