package org.iochub.shell.internal;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.iochub.core.shadow.Figures;
import org.iochub.core.shadow.Promotion;
import org.iochub.core.shadow.Shadow;
import org.iochub.core.shadow.ShadowDifference;
import org.iochub.core.shadow.ShadowInstance;

/** Shadows for people. */
final class ShadowViews {
    private static final int FIELDS = 5;

    private ShadowViews() {}

    static Table list(List<Shadow> shadows) {
        Table table = Table.of("file", "state", "version", "messages", "differ");
        for (Shadow shadow : shadows) {
            Figures figures = shadow.figures();
            table.row(
                    shadow.file(),
                    shadow.state().wireName(),
                    Table.cut(shadow.version().orElse("-"), 10),
                    figures.messages(),
                    figures.differences());
        }
        return table;
    }

    static Table sheet(Shadow shadow) {
        Table sheet = Table.sheet()
                .entry("vi", shadow.verdict().vi())
                .entry("en", shadow.verdict().en())
                .entry("file", shadow.file())
                .entry("state", shadow.state().wireName());
        if (!shadow.reason().vi().isEmpty()) {
            sheet.entry("why", shadow.reason().vi()).entry("", shadow.reason().en());
        }
        sheet.entry("candidate", (shadow.name() + " " + shadow.version().orElse("?")).strip())
                .entry("since", Times.full(shadow.since()) + (shadow.by().isEmpty() ? "" : ", " + shadow.by()));
        shadow.obstacle()
                .ifPresent(why -> sheet.entry("promotion", "không được / would be refused: " + why.vi())
                        .entry("", why.en()));
        shadow.instances().forEach(instance -> instance(sheet, instance));
        return sheet;
    }

    private static void instance(Table sheet, ShadowInstance instance) {
        Figures figures = instance.figures();
        ShadowInstance.Standing standing = instance.standing();
        sheet.entry(
                instance.source(),
                "bản đang chạy / live " + instance.liveVersion()
                        + (standing.caughtUp() ? ", đã kịp / caught up" : ", đang đọc / reading"));
        sheet.entry(
                "",
                figures.messages() + " messages, " + figures.records() + " records: " + figures.same() + " same, "
                        + figures.changed() + " changed, " + figures.onlyOld() + " only old, " + figures.onlyNew()
                        + " only new, " + figures.refusedOld() + "/" + figures.refusedNew() + " refused old/new");
        sheet.entry(
                "",
                "mỗi thông điệp / a message: " + each(figures.live(), figures.messages()) + " ms -> "
                        + each(figures.candidate(), figures.messages()) + " ms");
        if (!instance.fields().isEmpty()) {
            sheet.entry(
                    "",
                    instance.fields().entrySet().stream()
                            .limit(FIELDS)
                            .map(field -> field.getKey() + " " + field.getValue())
                            .collect(Collectors.joining(", ")));
        }
        standing.settings().forEach(text -> sheet.entry("", "! " + text.vi()).entry("", text.en()));
        instance.notes().forEach(text -> sheet.entry("", "! " + text.vi()).entry("", text.en()));
    }

    private static String each(Duration all, long messages) {
        return messages == 0 ? "-" : String.format(Locale.ROOT, "%.1f", all.toNanos() / 1e6 / messages);
    }

    static Table differences(List<ShadowDifference> differences) {
        Table sheet = Table.sheet();
        for (ShadowDifference one : differences) {
            sheet.entry(one.kind().wireName(), one.type() + " " + one.record() + " " + one.source());
            sheet.entry("", Table.cut(one.message(), 40) + (one.position().isEmpty() ? "" : ", " + one.position()));
            one.fields().forEach(field -> sheet.entry("", field.path() + ": " + values(field)));
            one.fault()
                    .ifPresent(fault -> sheet.entry(
                            "", fault.code() + ": " + fault.message().vi()));
        }
        return sheet;
    }

    private static String values(ShadowDifference.Field field) {
        return field.hidden()
                ? "(không hiện / not shown)"
                : field.before().orElse("-") + " -> " + field.after().orElse("-");
    }

    static Table promoted(Promotion promotion) {
        return Table.sheet()
                .entry("verdict", promotion.verdict().accepted() ? "accepted" : "refused")
                .entry("file", promotion.verdict().file())
                .entry("vi", promotion.verdict().reason().vi())
                .entry("en", promotion.verdict().reason().en())
                .entry("next", promotion.next().vi())
                .entry("", promotion.next().en());
    }
}
