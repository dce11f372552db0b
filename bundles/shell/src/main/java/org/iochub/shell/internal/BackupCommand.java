package org.iochub.shell.internal;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.iochub.core.backup.BackupReport;
import org.iochub.core.backup.Backups;

@Command(
        scope = "hub",
        name = "backup",
        description = "Sao lưu toàn bộ hub đang chạy vào một tệp / Saves the running hub's whole state in one file",
        detailedDescription =
                "The store as it is at this moment, configuration, keys, what was deployed and the raw archive. Sources and"
                        + " readers go on meanwhile. The file must not exist; it appears when it is whole. It holds every"
                        + " secret of the hub: keep it accordingly.\n\nEXAMPLE\n\n  hub:backup /srv/backup/hub-monday.zip")
@Service
public final class BackupCommand extends HubCommand {
    @Argument(
            name = "FILE",
            description = "Tệp, đường dẫn tuyệt đối / The file, an absolute path",
            required = true,
            multiValued = true)
    List<String> words = List.of();

    @Reference(optional = true)
    Backups backups;

    @Override
    List<String> words() {
        return words;
    }

    @Override
    void run() throws Exception {
        Path file = Path.of(argument());
        if (!file.isAbsolute()) {
            throw failure(
                    "Hãy ghi đường dẫn tuyệt đối, bắt đầu bằng dấu gạch chéo.",
                    "Write an absolute path, one that begins with a slash.");
        }
        BackupReport report = need(backups).write(file);
        changed(file.toString(), Map.of("position", Long.toString(report.position()), "epoch", report.epoch()));
        if (json) {
            Map<String, Object> document = new LinkedHashMap<>();
            document.put("file", report.file().toString());
            document.put("hub", report.hubId());
            document.put("epoch", report.epoch());
            document.put("position", report.position());
            document.put("at", report.at().toString());
            document.put("rows", report.rows());
            document.put("files", report.files());
            document.put("bytes", report.bytes());
            out.println(Json.pretty(document));
        } else {
            say(
                    "Đã sao lưu vào " + report.file() + ": " + report.rows() + " dòng, " + report.files() + " tệp, "
                            + report.bytes() + " byte, đến vị trí " + report.position() + ".",
                    "Saved in " + report.file() + ": " + report.rows() + " rows, " + report.files() + " files, "
                            + report.bytes() + " bytes, up to position " + report.position() + ".");
        }
    }
}
