package org.iochub.shell.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.iochub.core.alert.Alert;
import org.iochub.core.alert.AlertDocument;
import org.iochub.core.alert.Alerts;

@Command(
        scope = "hub",
        name = "alerts",
        description = "Cảnh báo đang mở: việc cần người xử lý ngay / What needs a person now",
        detailedDescription =
                "With an id: all of one alert, and the runbook's page on it. --acknowledge says that you take care of it;"
                        + " it goes on firing until it is over.\n\nEXAMPLE\n\n  hub:alerts\n  hub:alerts --all\n"
                        + "  hub:alerts source-stale.stations-hanoi\n"
                        + "  hub:alerts source-stale.stations-hanoi --acknowledge --note \"called them\"")
@Service
public final class AlertsCommand extends HubCommand {
    private static final Duration LATELY = Duration.ofDays(60);

    @Argument(name = "ID", description = "Mã cảnh báo / The alert's id", multiValued = true)
    @Completion(AlertIds.class)
    List<String> words = List.of();

    @Option(name = "--all", description = "Cả những cảnh báo đã hết / Those that are over, too")
    boolean all;

    @Option(name = "--acknowledge", description = "Nhận xử lý / You take care of it")
    boolean acknowledge;

    @Option(name = "--note", description = "Ghi chú khi nhận xử lý / What you do about it")
    String note = "";

    @Reference(optional = true)
    Alerts alerts;

    @Override
    List<String> words() {
        return words;
    }

    @Override
    void run() throws Exception {
        need(alerts);
        if (!arguments().isEmpty()) {
            one(argument());
        } else if (acknowledge) {
            throw failure("Ghi mã cảnh báo cần nhận xử lý.", "Name the alert that you take care of.");
        } else {
            list();
        }
    }

    private void list() {
        List<Alert> firing = alerts.firing();
        List<Alert> over = all ? alerts.resolved(Instant.now().minus(LATELY)) : List.of();
        if (json) {
            Map<String, Object> document = new LinkedHashMap<>();
            document.put("alerts", firing.stream().map(AlertDocument::of).toList());
            if (all) {
                document.put("recent", over.stream().map(AlertDocument::of).toList());
            }
            out.println(Json.pretty(document));
            return;
        }
        List<Alert> shown = new ArrayList<>(firing);
        shown.addAll(over);
        // Ids are never cut: there is room for little else.
        Table table = all ? Table.of("id", "sev.", "since", "until") : Table.of("id", "sev.", "since", "seen");
        for (Alert alert : shown) {
            String seen = alert.acknowledged().isPresent() ? "yes" : "-";
            table.row(
                    alert.id(),
                    alert.severity().wireName().substring(0, 4),
                    minute(alert.since()),
                    all ? alert.resolved().map(AlertsCommand::minute).orElse("-") : seen);
        }
        table.print(out);
        say(firing.size() + " cảnh báo đang mở.", firing.size() + " alerts fire.");
    }

    private static String minute(Instant moment) {
        return Times.brief(moment).substring(0, 11);
    }

    private void one(String id) throws Exception {
        Alert alert = alerts.get(id)
                .orElseThrow(
                        () -> failure("Không có cảnh báo «" + id + "» nào đang mở.", "No alert «" + id + "» fires."));
        if (acknowledge) {
            alert = alerts.acknowledge(id, actor(), note);
            changed(id, Map.of("acknowledge", note));
        }
        if (json) {
            out.println(Json.pretty(AlertDocument.of(alert)));
            return;
        }
        Table sheet = Table.sheet()
                .entry("id", alert.id())
                .entry("severity", alert.severity().wireName())
                .entry("since", Times.full(alert.since()))
                .entry("vi", alert.sentence().vi())
                .entry("en", alert.sentence().en())
                .entry(
                        "contact",
                        alert.contact().names().isEmpty()
                                ? "-"
                                : alert.contact().line())
                .entry(
                        "seen by",
                        alert.acknowledged()
                                .map(who -> who.by() + ", " + Times.full(who.at()) + " " + who.note())
                                .orElse("-"))
                .entry("runbook", alert.runbook());
        sheet.print(out);
        if (!acknowledge) {
            alerts.runbook(alert.rule()).ifPresent(page -> out.println("\n" + page));
        }
    }
}
