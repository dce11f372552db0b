package org.iochub.shell.internal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.iochub.core.source.SourceStateStore;
import org.iochub.core.source.SourceStatus;
import org.iochub.core.source.Sources;

@Command(
        scope = "hub",
        name = "source",
        description = "Xem một nguồn; xác nhận việc xóa theo danh sách / Shows a source; confirms a list deletion",
        detailedDescription =
                "A complete list that no longer names more than 5 % of a source's records deletes nothing until a person"
                        + " confirms it with --confirm TYPE.\n\nEXAMPLE\n\n  hub:source stations-hanoi\n"
                        + "  hub:source facilities --confirm facility")
@Service
public final class SourceCommand extends HubCommand {
    @Argument(name = "ID", description = "Mã nguồn / The source's id", required = true, multiValued = true)
    @Completion(SourceIds.class)
    List<String> words = List.of();

    @Option(name = "--confirm", description = "Xóa các bản ghi loại này / Deletes the vanished records of this type")
    @Completion(RecordTypeNames.class)
    String confirm;

    @Reference(optional = true)
    Sources sources;

    @Reference(optional = true)
    SourceStateStore states;

    private String id;

    @Override
    List<String> words() {
        return words;
    }

    @Override
    void run() throws Exception {
        id = argument();
        SourceStatus source = SourceIds.require(need(sources), id);
        if (confirm == null) {
            show(source);
        } else {
            confirm();
        }
    }

    private void show(SourceStatus source) {
        if (json) {
            out.println(Json.pretty(SourceViews.json(source)));
        } else {
            SourceViews.sheet(source).print(out);
        }
    }

    private void confirm() throws Exception {
        // «facility (120 of 800)»: the type stands first.
        boolean waiting = need(states).confirmations(id).stream()
                .anyMatch(one -> one.equals(confirm) || one.startsWith(confirm + " "));
        if (!waiting) {
            throw failure(
                    "Nguồn " + id + " không có việc xóa nào của loại " + confirm + " chờ xác nhận.",
                    "No deletion of type " + confirm + " waits for confirmation at source " + id + ".");
        }
        long deleted = states.confirm(id, confirm);
        if (json) {
            Map<String, Object> document = new LinkedHashMap<>();
            document.put("source", id);
            document.put("type", confirm);
            document.put("deleted", deleted);
            out.println(Json.pretty(document));
        } else {
            say(
                    "Đã xóa " + deleted + " bản ghi " + confirm + ".",
                    "Deleted " + deleted + " records of " + confirm + ".");
        }
    }
}
