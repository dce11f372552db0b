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
import org.iochub.core.source.Sources;

@Command(
        scope = "hub",
        name = "checkpoint",
        description = "Nguồn đã đọc đến đâu; đọc lại từ đầu / How far a source has come; reads it from its beginning",
        detailedDescription =
                "With --reset --confirm the source forgets how far it has come and reads from its beginning. Records stay;"
                        + " what comes again and is the same changes nothing.\n\nEXAMPLE\n\n"
                        + "  hub:checkpoint stations-hanoi\n  hub:checkpoint stations-hanoi --reset --confirm")
@Service
public final class CheckpointCommand extends HubCommand {
    @Argument(name = "ID", description = "Mã nguồn / The source's id", required = true, multiValued = true)
    @Completion(SourceIds.class)
    List<String> words = List.of();

    @Option(name = "--reset", description = "Đọc lại từ đầu / Reads from the beginning")
    boolean reset;

    @Option(name = "--confirm", description = "Xác nhận / Yes, really")
    boolean confirm;

    @Reference(optional = true)
    Sources sources;

    @Override
    List<String> words() {
        return words;
    }

    @Override
    void run() throws Exception {
        String id = argument();
        var source = SourceIds.require(need(sources), id);
        if (reset && !confirm) {
            throw failure(
                    "Nguồn sẽ đọc lại từ đầu; thêm --confirm để thực hiện.",
                    "The source would read from its beginning; add --confirm to do so.");
        }
        if (reset) {
            sources.startOver(id);
            changed(id, Map.of("before", source.checkpoint().orElse("")));
        }
        String place = reset ? "" : source.checkpoint().orElse("");
        if (json) {
            Map<String, Object> document = new LinkedHashMap<>();
            document.put("id", id);
            document.put("checkpoint", place);
            document.put("reset", reset);
            out.println(Json.pretty(document));
        } else if (reset) {
            say(id + ": đọc lại từ đầu.", id + ": reads from its beginning.");
        } else {
            out.println(place.isEmpty() ? "-" : place);
        }
    }
}
