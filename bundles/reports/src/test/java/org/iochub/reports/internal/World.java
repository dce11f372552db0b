package org.iochub.reports.internal;

import java.io.InputStream;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.iochub.api.Delivered;
import org.iochub.core.alert.Alert;
import org.iochub.core.alert.AlertContact;
import org.iochub.core.alert.AlertSeverity;
import org.iochub.core.alert.Alerts;
import org.iochub.core.calendar.WorkingCalendar;
import org.iochub.core.quarantine.Quarantine;
import org.iochub.core.quarantine.QuarantineFilter;
import org.iochub.core.quarantine.QuarantineGroup;
import org.iochub.core.quarantine.QuarantineState;
import org.iochub.core.quarantine.Quarantined;
import org.iochub.core.report.Arrivals.Arrival;
import org.iochub.core.report.QualityFigures;
import org.iochub.core.source.BatchTimes;
import org.iochub.core.source.SourceAgreement;
import org.iochub.core.source.SourceState;
import org.iochub.core.source.SourceStatus;
import org.iochub.core.source.Sources;
import org.iochub.core.tenant.Tenant;
import org.iochub.core.tenant.Tenants;
import org.iochub.model.Fault;
import org.iochub.model.Text;
import org.iochub.reports.internal.collect.Collector;

/** A small hub for reports: one authority, three sources, Monday 2026-03-09, 09:00. */
final class World extends Clock implements Tenants {
    static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");
    volatile Instant now = Instant.parse("2026-03-09T02:00:00Z");
    final List<Alert> firing = new ArrayList<>();
    final List<Alert> over = new ArrayList<>();
    Optional<QualityFigures> quality = Optional.empty();
    boolean storeDown;

    final Tenant tenant = new Tenant(
            "quang-ngai",
            Text.of("Tỉnh Quảng Ngãi", "Quang Ngai province"),
            List.of("51"),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Map.of("environment", "Sở Nông nghiệp và Môi trường <moi-truong@example.vn>"),
            List.of(),
            VIETNAM);

    Collector collector() {
        return new Collector(
                new Collector.Services(
                        new FewSources(),
                        (from, until) -> {
                            if (storeDown) {
                                throw org.iochub.model.FaultException.of("store-down", "", "Kho ngừng.", "Down.");
                            }
                            return List.of(
                                    new Arrival("quang-ngai", "tram-quan-trac", "observation", 12_345, 6),
                                    new Arrival("khanh-hoa", "cua-nguoi-khac", "observation", 99, 0));
                        },
                        new FewRefused(),
                        () -> new WorkingCalendar(Map.of(), Set.of()),
                        () -> Optional.of(new FewAlerts()),
                        () -> quality),
                this);
    }

    static Alert alert(String rule, String source, Instant since) {
        return new Alert(
                rule + "." + source,
                rule,
                source,
                Optional.of("quang-ngai"),
                Optional.of(source),
                AlertSeverity.WARNING,
                since,
                Optional.empty(),
                Text.of("Nguồn " + source + " im lặng <lâu>.", "Source " + source + " is silent."),
                new AlertContact(List.of("Ông An & bà Bình"), List.of()),
                URI.create("urn:x"),
                Optional.empty());
    }

    private static SourceStatus status(String id, String tenant, SourceState state) {
        return new SourceStatus(
                id,
                "environment-stations",
                "1.0.0",
                tenant,
                state,
                "",
                Text.of("Không tới được máy chủ.", "The server cannot be reached."),
                Instant.parse("2026-03-02T03:00:00Z"),
                Optional.of(Instant.parse("2026-03-08T03:00:00Z")),
                new Delivered(0, 0, 0, 0, 0),
                Optional.of(Duration.ofMinutes(7)),
                BatchTimes.NONE,
                Optional.empty(),
                List.of("observation"),
                List.of());
    }

    private static final class FewSources implements Sources {
        @Override
        public List<SourceStatus> list() {
            return List.of(
                    status("tram-quan-trac", "quang-ngai", SourceState.RUNNING),
                    status("ho-so", "quang-ngai", SourceState.WAITING),
                    status("cua-nguoi-khac", "khanh-hoa", SourceState.RUNNING));
        }

        @Override
        public Optional<SourceStatus> get(String id) {
            return list().stream().filter(each -> each.id().equals(id)).findFirst();
        }

        @Override
        public SourceAgreement agreement(String id) {
            return new SourceAgreement(
                    "environment",
                    Optional.of(Duration.ofMinutes(15)),
                    OptionalLong.empty(),
                    OptionalLong.empty(),
                    Set.of());
        }

        @Override
        public void start(String id) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void stop(String id) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void restart(String id) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void startOver(String id) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Delivered push(String id, Optional<String> named, Map<String, String> attributes, InputStream body) {
            throw new UnsupportedOperationException();
        }
    }

    /** One group that is open since Wednesday, and one of the period that was settled. */
    private static final class FewRefused implements Quarantine {
        private static final Quarantined EXAMPLE = new Quarantined(
                1,
                "tram-quan-trac",
                "quang-ngai",
                "validate",
                Optional.empty(),
                Fault.of("unknown-code", "unit", "Không rõ.", "Unknown."),
                "m",
                "m",
                "1",
                OffsetDateTime.parse("2026-03-04T03:00:00Z"),
                1,
                "a",
                false,
                "",
                "environment-stations",
                "1.0.0");

        @Override
        public List<QuarantineGroup> groups(QuarantineFilter filter, int limit) {
            if (!filter.tenants().orElseThrow().equals(Set.of("quang-ngai"))) {
                return List.of();
            }
            List<QuarantineGroup> groups = new ArrayList<>(List.of(group("unknown-code", 17)));
            if (filter.state().isEmpty()) {
                groups.add(group("too-long", 1_003));
            } else if (filter.state().get() != QuarantineState.OPEN) {
                return List.of();
            }
            return groups;
        }

        private static QuarantineGroup group(String reason, long count) {
            return new QuarantineGroup(
                    "tram-quan-trac",
                    "validate",
                    reason,
                    count,
                    OffsetDateTime.parse("2026-03-04T03:00:00Z"),
                    OffsetDateTime.parse("2026-03-06T03:00:00Z"),
                    EXAMPLE);
        }

        @Override
        public List<Quarantined> page(QuarantineFilter filter, long before, int limit) {
            return List.of();
        }

        @Override
        public Optional<Quarantined> get(long id) {
            return Optional.empty();
        }

        @Override
        public Optional<InputStream> raw(long id) {
            return Optional.empty();
        }

        @Override
        public long count(QuarantineFilter filter) {
            return 17;
        }

        @Override
        public long waitingPatches(String source) {
            return 0;
        }
    }

    private final class FewAlerts implements Alerts {
        @Override
        public List<Alert> firing() {
            return List.copyOf(firing);
        }

        @Override
        public List<Alert> resolved(Instant since) {
            return List.copyOf(over);
        }

        @Override
        public Optional<Alert> get(String id) {
            return Optional.empty();
        }

        @Override
        public Alert acknowledge(String id, String by, String note) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<String> runbook(String rule) {
            return Optional.empty();
        }
    }

    void at(LocalDate day, int hour) {
        now = day.atTime(hour, 0).atZone(VIETNAM).toInstant();
    }

    @Override
    public List<Tenant> list() {
        return List.of(tenant);
    }

    @Override
    public Optional<Tenant> get(String id) {
        return Optional.of(tenant).filter(each -> each.id().equals(id));
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
