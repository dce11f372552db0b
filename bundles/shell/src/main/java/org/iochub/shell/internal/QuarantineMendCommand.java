package org.iochub.shell.internal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.iochub.core.replay.Replay;
import org.iochub.core.replay.ReplayStore;
import org.iochub.core.replay.Replays;

@Command(
        scope = "hub",
        name = "quarantine-mend",
        description = "Gửi dạng gốc đã sửa của một bản ghi / Takes a mended raw form of a refused record",
        detailedDescription =
                "The file holds the raw form as it should have come, 1 MiB at most; the original stays beside"
                        + " it, with who mended it and when, and the entry is replayed.\n\n"
                        + "EXAMPLE\n\n  hub:quarantine-mend 17 --file /tmp/17.json --note \"day and month swapped\"")
@Service
public final class QuarantineMendCommand extends HubCommand {
    @Argument(name = "ID", description = "Số của bản ghi / The entry's number", required = true, multiValued = true)
    @Completion(QuarantineIds.class)
    List<String> words = List.of();

    @Option(name = "--file", description = "Tệp có dạng gốc đã sửa / The file with the mended raw form")
    String file = "";

    @Option(name = "--note", description = "Vì sao sửa / Why it was mended")
    String note = "";

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
        Replay job = replays.mend(id, bytes(), actor(), note);
        changed(Long.toString(id), Map.of("replay", Long.toString(job.id())));
        if (json) {
            out.println(Json.pretty(ReplayViews.json(job)));
        } else {
            say(
                    "Đã lưu dạng đã sửa của bản ghi " + id + "; lượt chạy lại " + job.id() + ".",
                    "The mended form of entry " + id + " is kept; it is replayed by job " + job.id() + ".");
        }
    }

    private byte[] bytes() throws Exception {
        try (InputStream in = Files.newInputStream(Path.of(file))) {
            byte[] bytes = in.readNBytes(ReplayStore.LARGEST_MEND + 1);
            if (bytes.length == 0 || bytes.length > ReplayStore.LARGEST_MEND) {
                throw failure("Tệp phải có từ 1 byte đến 1 MiB.", "The file must have 1 byte to 1 MiB.");
            }
            return bytes;
        } catch (IOException | InvalidPathException e) {
            throw failure(
                    "Không đọc được tệp «" + file + "» (--file).", "The file «" + file + "» cannot be read (--file).");
        }
    }
}
