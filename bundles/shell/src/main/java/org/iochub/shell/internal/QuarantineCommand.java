package org.iochub.shell.internal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.completers.StringsCompleter;
import org.iochub.core.quarantine.Quarantine;
import org.iochub.core.quarantine.QuarantineFilter;
import org.iochub.core.quarantine.QuarantineGroup;
import org.iochub.core.quarantine.QuarantineState;
import org.iochub.core.quarantine.Quarantined;

@Command(
        scope = "hub",
        name = "quarantine",
        description = "Các bản ghi bị từ chối, mới nhất trước / Refused records, newest first",
        detailedDescription =
                "EXAMPLE\n\n  hub:quarantine\n  hub:quarantine --groups\n  hub:quarantine --source stations-hanoi --stage validate -n 50")
@Service
public final class QuarantineCommand extends HubCommand {
    private static final int MOST = 10_000;

    @Option(name = "--source", description = "Chỉ của nguồn này / Of this source only")
    @Completion(SourceIds.class)
    String source;

    @Option(name = "--tenant", description = "Chỉ của cơ quan này / Of this authority only")
    @Completion(TenantIds.class)
    String tenant;

    @Option(name = "--stage", description = "read, normalize, validate, merge, orphan")
    @Completion(
            value = StringsCompleter.class,
            values = {"read", "normalize", "validate", "merge", "orphan"})
    String stage;

    @Option(name = "--reason", description = "Mã lý do / The reason's code")
    String reason;

    @Option(name = "--state", description = "open, replayed, mended, discarded, all")
    @Completion(
            value = StringsCompleter.class,
            values = {"open", "replayed", "mended", "discarded", "all"})
    String state = "open";

    @Option(name = "--groups", description = "Gộp theo nguồn, giai đoạn, lý do / By source, stage and reason")
    boolean groups;

    @Option(name = "-n", description = "Bao nhiêu bản ghi / How many records")
    int count = 20;

    @Reference(optional = true)
    Quarantine quarantine;

    private Optional<QuarantineState> state() throws Exception {
        try {
            return state.equals("all") ? Optional.empty() : Optional.of(QuarantineState.of(state));
        } catch (IllegalArgumentException e) {
            throw failure(
                    "--state là open, replayed, mended, discarded hoặc all.",
                    "--state is open, replayed, mended, discarded or all.");
        }
    }

    private void groups(QuarantineFilter filter) throws Exception {
        List<QuarantineGroup> all = need(quarantine).groups(filter, count);
        if (json) {
            out.println(Json.pretty(
                    Map.of("groups", all.stream().map(QuarantineViews::json).toList())));
            return;
        }
        Table table = Table.of("count", "source", "stage", "reason", "first", "last", "e.g.");
        for (QuarantineGroup group : all) {
            table.row(
                    group.count(),
                    Table.cut(group.source(), 14),
                    group.stage(),
                    Table.cut(group.reason(), 24),
                    Times.brief(group.first().toInstant()).substring(0, 5),
                    Times.brief(group.last().toInstant()).substring(0, 5),
                    group.example().id());
        }
        table.print(out);
    }

    @Override
    void run() throws Exception {
        if (count < 1 || count > MOST) {
            throw failure("-n phải từ 1 đến " + MOST + ".", "-n must be 1 to " + MOST + ".");
        }
        QuarantineFilter filter = new QuarantineFilter(
                        Optional.ofNullable(source).map(Set::of),
                        Optional.ofNullable(tenant).map(Set::of),
                        Optional.ofNullable(stage),
                        Optional.ofNullable(reason))
                .in(state());
        if (groups) {
            groups(filter);
            return;
        }
        long total = need(quarantine).count(filter);
        List<Quarantined> entries = quarantine.page(filter, Long.MAX_VALUE, count);
        if (json) {
            Map<String, Object> document = new LinkedHashMap<>();
            document.put("count", total);
            document.put("entries", entries.stream().map(QuarantineViews::json).toList());
            out.println(Json.pretty(document));
            return;
        }
        Table table = Table.of("id", "at", "source", "stage", "reason", "type");
        for (Quarantined entry : entries) {
            table.row(
                    entry.id(),
                    Times.brief(entry.at().toInstant()),
                    Table.cut(entry.source(), 16),
                    entry.stage(),
                    Table.cut(entry.fault().code(), 14),
                    Table.cut(entry.type().orElse("-"), 10));
        }
        table.print(out);
        say(
                total + " bản ghi bị từ chối, hiện " + entries.size() + ".",
                total + " refused records, " + entries.size() + " shown.");
    }
}
