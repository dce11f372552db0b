package org.iochub.shell.internal;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.iochub.core.source.SourceState;
import org.iochub.core.source.SourceStatus;
import org.iochub.core.source.Sources;

@Command(
        scope = "hub",
        name = "sources",
        description = "Liệt kê các nguồn và tình trạng / Lists the sources and how they are doing",
        detailedDescription = "EXAMPLE\n\n  hub:sources\n  hub:sources --json")
@Service
public final class SourcesCommand extends HubCommand {
    @Reference(optional = true)
    Sources sources;

    @Override
    void run() throws Exception {
        List<SourceStatus> all = need(sources).list();
        if (json) {
            out.println(Json.pretty(
                    Map.of("sources", all.stream().map(SourceViews::json).toList())));
            return;
        }
        Instant now = Instant.now();
        Table table = Table.of("id", "adapter", "state", "accepted", "refused", "last");
        for (SourceStatus source : all) {
            table.row(
                    source.id(),
                    Table.cut(source.adapter(), 11),
                    state(source.state()),
                    source.totals().accepted(),
                    source.totals().quarantined(),
                    Times.age(source.lastSuccess(), now));
        }
        show(table);
        if (all.isEmpty()) {
            say(
                    "Chưa có nguồn nào: hãy tạo etc/org.iochub.source-<tên>.cfg.",
                    "There is no source yet: create etc/org.iochub.source-<name>.cfg.");
        }
    }

    static Table.Coloured state(SourceState state) {
        Table.Colour colour = switch (state) {
            case RUNNING -> Table.Colour.GOOD;
            case FAILING, MISCONFIGURED -> Table.Colour.BAD;
            default -> Table.Colour.DOUBTFUL;
        };
        return new Table.Coloured(state.wireName(), colour);
    }
}
