package org.iochub.shell.internal;

import java.util.List;
import java.util.Map;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.iochub.core.replay.Replays;

@Command(
        scope = "hub",
        name = "quarantine-discard",
        description = "Bỏ một bản ghi bị từ chối, có lý do / Discards a refused record, with a reason",
        detailedDescription = "The entry leaves the list of what is open and stays known, with who, when and why.\n\n"
                + "EXAMPLE\n\n  hub:quarantine-discard 17 --reason \"test record of the source\" --confirm")
@Service
public final class QuarantineDiscardCommand extends HubCommand {
    @Argument(name = "ID", description = "Số của bản ghi / The entry's number", required = true, multiValued = true)
    @Completion(QuarantineIds.class)
    List<String> words = List.of();

    @Option(name = "--reason", description = "Lý do / The reason")
    String reason = "";

    @Option(name = "--confirm", description = "Xác nhận / Yes, really")
    boolean confirm;

    @Reference(optional = true)
    Replays replays;

    @Override
    List<String> words() {
        return words;
    }

    @Override
    void run() throws Exception {
        need(replays);
        long id = QuarantineShowCommand.number(argument());
        if (reason.isBlank() || !confirm) {
            throw failure(
                    "Bỏ một bản ghi cần lý do và xác nhận: --reason \"…\" --confirm.",
                    "Discarding an entry takes a reason and a confirmation: --reason \"…\" --confirm.");
        }
        replays.discard(id, actor(), reason);
        changed(Long.toString(id), Map.of("reason", reason));
        if (json) {
            out.println(Json.pretty(Map.of("id", id, "state", "discarded")));
        } else {
            say("Đã bỏ bản ghi " + id + ".", "Entry " + id + " is discarded.");
        }
    }
}
