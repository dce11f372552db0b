package org.iochub.alerts.internal.rule;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.iochub.alerts.internal.rule.World.Watched;
import org.iochub.core.alert.AlertSeverity;
import org.iochub.core.source.SourceState;
import org.iochub.core.source.SourceStatus;
import org.iochub.model.Fault;
import org.iochub.model.Text;

/** The rules about one source. Pure. */
final class SourceRules {
    /** A source that runs so long without a complaint is mended, even if nothing came yet. */
    private static final Duration QUIET = Duration.ofMinutes(10);

    private final Thresholds thresholds;
    private final Instant now;

    SourceRules(Thresholds thresholds, Instant now) {
        this.thresholds = thresholds;
        this.now = now;
    }

    List<Observation> apply(Watched source) {
        return Stream.of(stale(source), failing(source), flooding(source)).toList();
    }

    private Observation stale(Watched source) {
        SourceStatus status = source.status();
        Optional<Duration> agreed = source.agreement().freshness();
        Instant last = status.lastSuccess().orElse(status.since());
        boolean old = agreed.filter(span -> last.plus(span).isBefore(now)).isPresent();
        boolean expected = agreed.isPresent() && !stopped(status) && !elsewhere(status);
        // Before the first success since a start nobody knows: an alert of before stands.
        Level level = Level.of(
                expected && old, !expected || !old && status.lastSuccess().isPresent());
        String moment = Words.moment(last);
        String span = agreed.map(Words::span).orElse("");
        return of(
                Rule.SOURCE_STALE,
                source,
                level,
                AlertSeverity.WARNING,
                Text.of(
                        "Nguồn " + status.id() + " không gửi gì từ " + moment + ", lâu hơn mức đã thống nhất (" + span
                                + "); hãy hỏi đơn vị quản lý nguồn.",
                        "Source " + status.id() + " brought nothing since " + moment + ", which is longer than agreed ("
                                + span + "); ask its owner."));
    }

    private Observation failing(Watched source) {
        SourceStatus status = source.status();
        boolean bad = status.state() == SourceState.FAILING
                || status.state() == SourceState.MISCONFIGURED
                || status.state() == SourceState.WAITING && !elsewhere(status);
        boolean runs = status.state() == SourceState.RUNNING
                && (status.lastSuccess().isPresent()
                        || status.since().plus(QUIET).isBefore(now));
        return of(
                Rule.SOURCE_FAILING,
                source,
                Level.of(bad, runs || stopped(status) || elsewhere(status)),
                AlertSeverity.CRITICAL,
                Text.of(
                        "Nguồn " + status.id() + " không nhận được dữ liệu từ " + Words.moment(status.since()) + ". "
                                + status.sentence().vi(),
                        "Source " + status.id() + " takes no data since " + Words.moment(status.since()) + ". "
                                + status.sentence().en()));
    }

    private Observation flooding(Watched source) {
        long most = source.agreement().floodPerMinute().orElse(thresholds.floodPerMinute());
        boolean known = source.perMinute().isPresent();
        double rate = source.perMinute().orElse(0);
        return of(
                Rule.SOURCE_FLOODING,
                source,
                Level.of(known && rate > most, known && rate < most * 0.8),
                AlertSeverity.WARNING,
                Text.of(
                        "Nguồn " + source.status().id() + " gửi khoảng " + Math.round(rate)
                                + " bản ghi mỗi phút, quá mức " + most
                                + "; hãy hỏi đơn vị quản lý nguồn, hoặc dừng nguồn nếu đó là lỗi.",
                        "Source " + source.status().id() + " sends about " + Math.round(rate)
                                + " records a minute, more than " + most
                                + "; ask its owner, or stop it if that is a mistake."));
    }

    Observation quarantine(Watched source, Map<String, Long> counts) {
        long most = source.agreement().quarantinePerHour().orElse(thresholds.quarantinePerHour());
        String id = source.status().id();
        long count = counts.getOrDefault(id, 0L);
        return of(
                Rule.QUARANTINE_GROWING,
                source,
                Level.of(count >= most, count * 2 < most),
                AlertSeverity.WARNING,
                Text.of(
                        count + " bản ghi của nguồn " + id
                                + " bị cách ly trong một giờ qua; xem hub:quarantine --source " + id + " --groups.",
                        count + " records of source " + id
                                + " went to quarantine within an hour; see hub:quarantine --source " + id
                                + " --groups."));
    }

    /** Empty for a source whose archive was not looked through yet. */
    Optional<Observation> archive(Watched source, Map<String, List<Fault>> damages) {
        String id = source.status().id();
        return Optional.ofNullable(damages.get(id)).map(faults -> {
            Text first = faults.stream().findFirst().map(Fault::message).orElse(Text.of("", ""));
            return of(
                    Rule.ARCHIVE_GAP,
                    source,
                    faults.isEmpty() ? Level.CLEAR : Level.RAISE,
                    AlertSeverity.CRITICAL,
                    Text.of(
                            "Kho dữ liệu gốc của nguồn " + id + " có " + faults.size()
                                    + " chỗ không đọc lại được; hãy lấy lại từ bản sao lưu. " + first.vi(),
                            "The archive of source " + id + " has " + faults.size()
                                    + " places that cannot be read; take them from a backup. " + first.en()));
        });
    }

    private static boolean stopped(SourceStatus status) {
        return status.state() == SourceState.STOPPED;
    }

    /** Another node of the cluster looks after it. */
    private static boolean elsewhere(SourceStatus status) {
        return status.detail().equals("runs-elsewhere");
    }

    private static Observation of(Rule rule, Watched source, Level level, AlertSeverity severity, Text sentence) {
        return new Observation(
                rule,
                source.status().id(),
                Optional.of(source.status().tenant()).filter(tenant -> !tenant.isEmpty()),
                Optional.of(source.status().id()),
                source.agreement().sector(),
                source.agreement().mutes(rule.code()) ? Level.CLEAR : level,
                severity,
                sentence);
    }
}
