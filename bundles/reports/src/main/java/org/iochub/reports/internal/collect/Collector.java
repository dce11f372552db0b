package org.iochub.reports.internal.collect;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.iochub.core.alert.Alert;
import org.iochub.core.alert.Alerts;
import org.iochub.core.calendar.Calendars;
import org.iochub.core.calendar.WorkingCalendar;
import org.iochub.core.quarantine.Quarantine;
import org.iochub.core.quarantine.QuarantineFilter;
import org.iochub.core.quarantine.QuarantineGroup;
import org.iochub.core.report.Arrivals;
import org.iochub.core.report.Arrivals.Arrival;
import org.iochub.core.report.QualityFigures;
import org.iochub.core.source.SourceState;
import org.iochub.core.source.SourceStatus;
import org.iochub.core.source.Sources;
import org.iochub.core.tenant.Tenant;
import org.iochub.model.Text;
import org.iochub.reports.internal.page.Page;
import org.iochub.reports.internal.page.Page.Fact;
import org.iochub.reports.internal.page.Page.Row;
import org.iochub.reports.internal.page.Page.Section;

/** Gathers what a report says. */
public final class Collector {
    private static final int GROUPS = 10_000;
    private static final int SHOWN = 500;
    private final Services services;
    private final Clock clock;

    /** Whom to ask. @param alerts, quality empty where nobody has them */
    public record Services(
            Sources sources,
            Arrivals arrivals,
            Quarantine quarantine,
            Calendars calendars,
            Supplier<Optional<Alerts>> alerts,
            Supplier<Optional<QualityFigures>> quality) {}

    public Collector(Services services, Clock clock) {
        this.services = services;
        this.clock = clock;
    }

    /** @param from first day @param to last day */
    public Page page(Tenant tenant, LocalDate from, LocalDate to) {
        Instant begin = from.atStartOfDay(tenant.zone()).toInstant();
        Instant end = to.plusDays(1).atStartOfDay(tenant.zone()).toInstant();
        List<SourceStatus> sources = services.sources().list().stream()
                .filter(source -> source.tenant().equals(tenant.id()))
                .toList();
        List<Arrival> arrivals = services.arrivals().between(begin, end).stream()
                .filter(arrival -> arrival.tenant().equals(tenant.id()))
                .toList();
        List<QuarantineGroup> refused = groups(
                tenant, QuarantineFilter.all().in(Optional.empty()).between(Optional.of(begin), Optional.of(end)));
        List<Open> open = new OpenIssues(services, tenant).list(sources);
        WorkingCalendar calendar = services.calendars().workingDays();
        LocalDate today = LocalDate.ofInstant(clock.instant(), tenant.zone());
        long escalated = open.stream()
                .filter(each -> escalates(calendar, each, tenant, today))
                .count();
        List<Section> sections = new ArrayList<>();
        sections.add(openSection(open, calendar, tenant, today));
        sections.add(arrivalSection(arrivals, sources));
        sections.add(freshnessSection(sources, tenant, begin, end));
        services.quality().get().ifPresent(quality -> sections.add(qualitySection(quality, tenant, from, to)));
        sections.add(quarantineSection(refused, tenant));
        long upserts = arrivals.stream().mapToLong(Arrival::upserts).sum();
        long deletes = arrivals.stream().mapToLong(Arrival::deletes).sum();
        return new Page(
                Text.of(
                        "Báo cáo dữ liệu – " + tenant.name().vi(),
                        "Data report – " + tenant.name().en()),
                Text.of(
                        "Kỳ " + Numbers.day(from) + " – " + Numbers.day(to) + ", lập lúc "
                                + Numbers.moment(clock.instant(), tenant.zone()),
                        "Period " + from + " to " + to),
                List.of(
                        fact("Bản ghi nhận được", "Records taken", upserts),
                        fact("Bản ghi xóa", "Records removed", deletes),
                        fact(
                                "Bản ghi bị cách ly",
                                "Records refused",
                                refused.stream()
                                        .mapToLong(QuarantineGroup::count)
                                        .sum()),
                        fact("Nguồn dữ liệu", "Sources", sources.size()),
                        fact("Việc đang mở", "Open issues", open.size()),
                        fact("Quá 3 ngày làm việc", "Beyond 3 working days", escalated)),
                sections);
    }

    private static Fact fact(String vi, String en, long number) {
        return new Fact(Text.of(vi, en), Numbers.count(number));
    }

    private List<QuarantineGroup> groups(Tenant tenant, QuarantineFilter filter) {
        return services.quarantine()
                .groups(
                        new QuarantineFilter(
                                filter.sources(),
                                Optional.of(Set.of(tenant.id())),
                                filter.stage(),
                                filter.reason(),
                                filter.since(),
                                filter.until(),
                                filter.ids(),
                                filter.state()),
                        GROUPS);
    }

    private static boolean escalates(WorkingCalendar calendar, Open open, Tenant tenant, LocalDate today) {
        return calendar.escalates(LocalDate.ofInstant(open.since(), tenant.zone()), today);
    }

    private static Section openSection(List<Open> open, WorkingCalendar calendar, Tenant tenant, LocalDate today) {
        List<Row> rows = open.stream()
                .sorted(Comparator.comparing(Open::since))
                .limit(SHOWN)
                .map(each -> {
                    LocalDate since = LocalDate.ofInstant(each.since(), tenant.zone());
                    boolean late = escalates(calendar, each, tenant, today);
                    return new Row(
                            late,
                            List.of(
                                    each.what().vi() + " / " + each.what().en(),
                                    each.where(),
                                    Numbers.moment(each.since(), tenant.zone()),
                                    Numbers.count(calendar.between(since, today)),
                                    Numbers.day(calendar.after(since, WorkingCalendar.ESCALATION_DAYS)),
                                    late ? "Báo cáo cấp trên / Escalate" : "",
                                    each.contact()));
                })
                .toList();
        return new Section(
                "open",
                Text.of("Việc đang mở", "What is open"),
                Text.of(
                        "Tại thời điểm lập báo cáo. Quá 3 ngày làm việc thì báo cáo cấp trên; ngày nghỉ theo"
                                + " org.iochub.calendar.cfg.",
                        "When the report was made. What is open for more than 3 working days goes to those above."),
                List.of(
                        Text.of("Việc", "Issue"),
                        Text.of("Nguồn", "Source"),
                        Text.of("Từ", "Since"),
                        Text.of("Ngày làm việc", "Working days"),
                        Text.of("Hạn", "Due"),
                        Text.of("Chuyển cấp", "Escalation"),
                        Text.of("Đầu mối", "Contact")),
                List.of(false, false, false, true, false, false, false),
                rows);
    }

    private static Section arrivalSection(List<Arrival> arrivals, List<SourceStatus> sources) {
        List<Row> rows = new ArrayList<>();
        arrivals.forEach(each -> rows.add(new Row(
                false,
                List.of(each.source(), each.type(), Numbers.count(each.upserts()), Numbers.count(each.deletes())))));
        Set<String> heard = arrivals.stream().map(Arrival::source).collect(java.util.stream.Collectors.toSet());
        // A source that brought nothing is the news.
        sources.stream()
                .filter(source -> !heard.contains(source.id()))
                .forEach(source -> rows.add(new Row(
                        source.state() != SourceState.STOPPED,
                        List.of(source.id(), String.join(", ", source.recordTypes()), "0", "0"))));
        return new Section(
                "arrivals",
                Text.of("Dữ liệu nhận được", "What arrived"),
                Text.of("", ""),
                List.of(
                        Text.of("Nguồn", "Source"),
                        Text.of("Loại", "Type"),
                        Text.of("Mới hoặc đổi", "New or changed"),
                        Text.of("Xóa", "Removed")),
                List.of(false, false, true, true),
                rows);
    }

    private Section freshnessSection(List<SourceStatus> sources, Tenant tenant, Instant begin, Instant end) {
        List<Alert> silences = new ArrayList<>();
        services.alerts().get().ifPresent(alerts -> {
            silences.addAll(alerts.firing());
            silences.addAll(alerts.resolved(begin));
        });
        List<Row> rows = sources.stream()
                .map(source -> {
                    Duration silent = Duration.ZERO;
                    int times = 0;
                    for (Alert alert : silences) {
                        boolean own = alert.rule().equals("source-stale")
                                && alert.source().filter(source.id()::equals).isPresent();
                        Instant from = alert.since().isBefore(begin) ? begin : alert.since();
                        Instant to = alert.resolved().filter(end::isAfter).orElse(end);
                        if (own && from.isBefore(to)) {
                            times++;
                            silent = silent.plus(Duration.between(from, to));
                        }
                    }
                    return new Row(
                            times > 0
                                    || source.state() == SourceState.FAILING
                                    || source.state() == SourceState.MISCONFIGURED,
                            List.of(
                                    source.id(),
                                    source.state().title().vi(),
                                    services.sources()
                                            .agreement(source.id())
                                            .freshness()
                                            .map(Numbers::span)
                                            .orElse("—"),
                                    source.lastSuccess()
                                            .map(moment -> Numbers.moment(moment, tenant.zone()))
                                            .orElse("—"),
                                    source.lag().map(Numbers::span).orElse("—"),
                                    Numbers.count(times),
                                    times == 0 ? "—" : Numbers.span(silent)));
                })
                .toList();
        return new Section(
                "freshness",
                Text.of("Độ tươi mới", "Freshness"),
                Text.of("", ""),
                List.of(
                        Text.of("Nguồn", "Source"),
                        Text.of("Trạng thái", "State"),
                        Text.of("Đã thống nhất", "Agreed"),
                        Text.of("Nhận cuối", "Last success"),
                        Text.of("Độ trễ", "Lag"),
                        Text.of("Số lần im lặng", "Silences"),
                        Text.of("Tổng thời gian im lặng", "Silent in all")),
                List.of(false, false, false, false, false, true, false),
                rows);
    }

    private static Section qualitySection(QualityFigures quality, Tenant tenant, LocalDate from, LocalDate to) {
        List<Row> rows = quality.between(tenant.id(), from, to).stream()
                .map(figure -> new Row(
                        false,
                        List.of(
                                figure.source().isEmpty() ? "Tất cả / All" : figure.source(),
                                figure.measure().vi() + " / " + figure.measure().en(),
                                Numbers.percent(figure.value()),
                                Numbers.count(figure.records()))))
                .toList();
        return new Section(
                "quality",
                Text.of("Chất lượng: đúng, đủ, sạch, sống", "Quality: right, complete, clean, live"),
                Text.of("", ""),
                List.of(
                        Text.of("Nguồn", "Source"),
                        Text.of("Tiêu chí", "Measure"),
                        Text.of("Giá trị", "Value"),
                        Text.of("Bản ghi", "Records")),
                List.of(false, false, true, true),
                rows);
    }

    private static Section quarantineSection(List<QuarantineGroup> refused, Tenant tenant) {
        return new Section(
                "quarantine",
                Text.of("Cách ly trong kỳ", "Quarantine of the period"),
                Text.of("", ""),
                List.of(
                        Text.of("Nguồn", "Source"),
                        Text.of("Giai đoạn", "Stage"),
                        Text.of("Lý do", "Reason"),
                        Text.of("Số bản ghi", "Records"),
                        Text.of("Lần đầu", "First"),
                        Text.of("Lần cuối", "Last")),
                List.of(false, false, false, true, false, false),
                refused.stream()
                        .limit(SHOWN)
                        .map(group -> new Row(
                                false,
                                List.of(
                                        group.source(),
                                        group.stage(),
                                        group.reason(),
                                        Numbers.count(group.count()),
                                        Numbers.moment(group.first().toInstant(), tenant.zone()),
                                        Numbers.moment(group.last().toInstant(), tenant.zone()))))
                        .toList());
    }
}
