package org.iochub.shell.internal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.iochub.core.audit.AuditCheck;
import org.iochub.core.audit.AuditEntry;
import org.iochub.core.audit.AuditFilter;
import org.iochub.core.audit.AuditLog;

@Command(
        scope = "hub",
        name = "audit",
        description = "Nhật ký truy cập và thay đổi / Who read what, who changed what",
        detailedDescription =
                "Newest first. --verify goes through the whole chain of hashes and fails when an entry was changed or"
                        + " removed; note the head it prints elsewhere to prove later that nothing was cut off.\n\n"
                        + "EXAMPLE\n\n  hub:audit --action createKey\n  hub:audit --actor k3f9 --limit 20\n"
                        + "  hub:audit --verify")
@Service
public final class AuditCommand extends HubCommand {
    private static final int MOST = 10_000;

    @Option(name = "--actor", description = "Người thực hiện / Who: a key's id, user:NAME, hub")
    String actor;

    @Option(name = "--action", description = "Hành động / What was done")
    String action;

    @Option(name = "--limit", description = "Số mục / How many")
    int limit = 50;

    @Option(name = "--verify", description = "Kiểm tra chuỗi băm / Checks the chain of hashes")
    boolean verify;

    @Reference(optional = true)
    AuditLog audit;

    @Override
    void run() throws Exception {
        if (verify) {
            check(need(audit).verify());
            return;
        }
        if (limit < 1 || limit > MOST) {
            throw failure("--limit phải từ 1 đến " + MOST + ".", "--limit must be 1 to " + MOST + ".");
        }
        AuditFilter filter = new AuditFilter(
                Optional.ofNullable(actor),
                Optional.ofNullable(action),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        List<AuditEntry> entries = need(audit).list(filter, Long.MAX_VALUE, limit);
        if (json) {
            out.println(Json.pretty(Map.of(
                    "entries", entries.stream().map(AuditCommand::describe).toList())));
            return;
        }
        Table table = Table.of("no", "at", "who", "action", "target");
        for (AuditEntry entry : entries) {
            String who = entry.event().name().isEmpty()
                    ? entry.event().actor()
                    : entry.event().name();
            table.row(
                    Long.toString(entry.no()),
                    Times.brief(entry.at()),
                    Table.cut(who, 20),
                    Table.cut(entry.event().action(), 16),
                    Table.cut(entry.event().target(), 20));
        }
        table.print(out);
    }

    private void check(AuditCheck found) throws Exception {
        if (json) {
            Map<String, Object> document = new LinkedHashMap<>();
            document.put("intact", found.broken().isEmpty());
            document.put("first", found.first());
            document.put("last", found.last());
            document.put("head", found.head());
            found.broken().ifPresent(no -> document.put("broken", no));
            out.println(Json.pretty(document));
        }
        if (found.broken().isPresent()) {
            long no = found.broken().getAsLong();
            throw failure(
                    "Nhật ký đã bị sửa: mục " + no + " không khớp với mục trước nó.",
                    "The trail was changed: entry " + no + " does not follow from the one before it.");
        }
        if (!json) {
            say(
                    "Nhật ký nguyên vẹn, mục " + found.first() + " đến " + found.last() + "; mã băm cuối: "
                            + found.head(),
                    "The trail is intact, entries " + found.first() + " to " + found.last() + "; head: "
                            + found.head());
        }
    }

    private static Map<String, Object> describe(AuditEntry entry) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("no", entry.no());
        document.put("at", entry.at().toString());
        document.put("actor", entry.event().actor());
        document.put("name", entry.event().name());
        document.put("action", entry.event().action());
        document.put("target", entry.event().target());
        document.put("detail", entry.event().detail());
        document.put("hash", entry.hash());
        return document;
    }
}
