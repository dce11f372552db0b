package org.iochub.reports.internal.collect;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.iochub.core.alert.Alert;
import org.iochub.core.alert.Alerts;
import org.iochub.core.quarantine.QuarantineFilter;
import org.iochub.core.quarantine.QuarantineGroup;
import org.iochub.core.source.SourceState;
import org.iochub.core.source.SourceStatus;
import org.iochub.core.tenant.Tenant;
import org.iochub.model.Text;

/** What waits for a person of an authority: alerts, refused records, lists to confirm, sources that do not run. */
final class OpenIssues {
    private static final int GROUPS = 10_000;
    private final Collector.Services services;
    private final Tenant tenant;

    OpenIssues(Collector.Services services, Tenant tenant) {
        this.services = services;
        this.tenant = tenant;
    }

    List<Open> list(List<SourceStatus> sources) {
        List<Open> open = new ArrayList<>();
        List<Alert> alerts = services.alerts().get().map(Alerts::firing).orElse(List.of()).stream()
                .filter(alert -> alert.tenant().filter(tenant.id()::equals).isPresent())
                .toList();
        alerts.forEach(alert -> open.add(new Open(
                alert.sentence(),
                alert.source().orElse(""),
                alert.since(),
                alert.contact().line())));
        for (SourceStatus source : sources) {
            boolean known = alerts.stream()
                    .anyMatch(
                            alert -> alert.source().filter(source.id()::equals).isPresent());
            if (!known && !source.state().equals(SourceState.RUNNING) && source.state() != SourceState.STARTING) {
                open.add(new Open(source.sentence(), source.id(), source.since(), contact(source.id())));
            }
            for (String type : source.confirmations()) {
                open.add(new Open(
                        Text.of("Danh sách chờ xác nhận xóa: " + type, "A list's deletions wait for a word: " + type),
                        source.id(),
                        source.since(),
                        contact(source.id())));
            }
        }
        for (QuarantineGroup group : services.quarantine()
                .groups(
                        new QuarantineFilter(
                                Optional.empty(), Optional.of(Set.of(tenant.id())), Optional.empty(), Optional.empty()),
                        GROUPS)) {
            open.add(new Open(
                    Text.of(
                            Numbers.count(group.count()) + " bản ghi cách ly: " + group.reason(),
                            group.count() + " refused records: " + group.reason()),
                    group.source(),
                    group.first().toInstant(),
                    contact(group.source())));
        }
        return open;
    }

    private String contact(String source) {
        return Optional.ofNullable(tenant.contacts()
                        .get(services.sources().agreement(source).sector()))
                .orElse("");
    }
}
