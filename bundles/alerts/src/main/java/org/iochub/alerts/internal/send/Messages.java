package org.iochub.alerts.internal.send;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.iochub.alerts.internal.engine.Change.Kind;
import org.iochub.alerts.internal.rule.Rule;
import org.iochub.core.alert.Alert;
import org.iochub.model.Text;

/** What people read. Pure. */
final class Messages {
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("dd/MM/uuuu HH:mm").withZone(ZoneId.of("Asia/Ho_Chi_Minh"));

    private Messages() {}

    static String subject(String hub, Notice notice) {
        return "[IOC Hub " + hub + "] " + head(notice).vi() + ": "
                + title(notice.alert()).vi() + " – " + notice.alert().subject();
    }

    static String subject(String hub, List<Notice> notices) {
        long firing =
                notices.stream().filter(each -> each.kind() != Kind.RESOLVED).count();
        return "[IOC Hub " + hub + "] " + firing + " cảnh báo, " + (notices.size() - firing) + " đã hết / " + firing
                + " alerts, " + (notices.size() - firing) + " over";
    }

    static String text(Notice notice) {
        Alert alert = notice.alert();
        StringBuilder text = new StringBuilder();
        text.append(head(notice).vi()).append(": ").append(title(alert).vi()).append('\n');
        text.append(alert.sentence().vi()).append("\n\n");
        text.append(head(notice).en()).append(": ").append(title(alert).en()).append('\n');
        text.append(alert.sentence().en()).append("\n\n");
        line(text, "Từ lúc / Since", MOMENT.format(alert.since()));
        alert.resolved().ifPresent(moment -> line(text, "Đến lúc / Until", MOMENT.format(moment)));
        alert.tenant().ifPresent(tenant -> line(text, "Cơ quan / Authority", tenant));
        if (!alert.contact().names().isEmpty()) {
            line(text, "Đầu mối / Contact", alert.contact().line());
        }
        line(text, "Mã / Id", alert.id());
        line(text, "Hướng dẫn / Runbook", alert.runbook().toString());
        return text.toString();
    }

    static String digest(List<Notice> notices, int lost) {
        StringBuilder text = new StringBuilder();
        lostLine(text, lost);
        for (Notice notice : notices) {
            text.append("— ").append(text(notice)).append('\n');
        }
        return text.toString();
    }

    static void lostLine(StringBuilder text, int lost) {
        if (lost > 0) {
            text.append(lost)
                    .append(" thông báo trước đó không gửi được; xem hub:alerts --all. / ")
                    .append(lost)
                    .append(" notices before these could not be sent; see hub:alerts --all.\n\n");
        }
    }

    /** One line for the log. */
    static String line(Notice notice) {
        Alert alert = notice.alert();
        return "ALERT " + notice.kind().name().toLowerCase(Locale.ROOT) + " "
                + alert.severity().wireName() + " " + alert.id() + ": " + alert.sentence()
                + (alert.contact().names().isEmpty()
                        ? ""
                        : " [" + alert.contact().line() + "]");
    }

    private static Text head(Notice notice) {
        return switch (notice.kind()) {
            case FIRING -> notice.alert().severity().title();
            case WORSENED -> Text.of("Nặng hơn", "Worse");
            case RESOLVED -> Text.of("Đã hết", "Over");
        };
    }

    private static Text title(Alert alert) {
        return Rule.of(alert.rule()).map(Rule::title).orElse(Text.of(alert.rule(), alert.rule()));
    }

    private static void line(StringBuilder text, String what, String value) {
        text.append(what).append(": ").append(value).append('\n');
    }
}
