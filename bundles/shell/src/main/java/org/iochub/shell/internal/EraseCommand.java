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
import org.iochub.core.erasure.ErasureReport;
import org.iochub.core.erasure.Erasures;
import org.iochub.model.RecordId;

@Command(
        scope = "hub",
        name = "erase",
        description = "Xóa hẳn dữ liệu của một bản ghi / Erases a record for good",
        detailedDescription =
                "Empties every version of the record in state, history and feed, removes what the quarantine has of it, and"
                        + " tells consumers by a delete (opreason=erasure). It cannot be undone. Earlier backups and the raw"
                        + " archive keep what they have until they are removed: the report names the messages.\n\nEXAMPLE\n\n"
                        + "  hub:erase citizen-report 9k3v5q8m2c7p4n6r1t0a2b4d6f8h0j2l --confirm")
@Service
public final class EraseCommand extends HubCommand {
    @Argument(index = 0, name = "TYPE", description = "Loại bản ghi / The record type", required = true)
    @Completion(RecordTypeNames.class)
    String type;

    @Argument(index = 1, name = "ID", description = "Mã bản ghi / The record's id", required = true, multiValued = true)
    List<String> words = List.of();

    @Option(name = "--confirm", description = "Xác nhận / Yes, really")
    boolean confirm;

    @Reference(optional = true)
    Erasures erasures;

    @Override
    List<String> words() {
        return words;
    }

    @Override
    void run() throws Exception {
        String id = argument();
        if (!confirm) {
            throw failure(
                    "Bản ghi sẽ bị xóa hẳn, không lấy lại được; thêm --confirm để thực hiện.",
                    "The record would be erased and cannot be brought back; add --confirm to do so.");
        }
        ErasureReport report = need(erasures)
                .erase(type, new RecordId(id))
                .orElseThrow(() -> failure(
                        "Không có bản ghi " + type + "/" + id + ".", "There is no record " + type + "/" + id + "."));
        changed(
                type + "/" + id,
                Map.of(
                        "versions", Integer.toString(report.versions()),
                        "patches", Integer.toString(report.patches()),
                        "quarantined", Integer.toString(report.quarantined()),
                        "position", Long.toString(report.position())));
        if (json) {
            out.println(Json.pretty(document(id, report)));
            return;
        }
        say(
                "Đã xóa: " + report.versions() + " phiên bản (trạng thái, lịch sử, luồng), " + report.patches()
                        + " phần chờ, " + report.quarantined() + " mục cách ly; người nhận có lệnh xóa ở vị trí "
                        + report.position() + ".",
                "Erased: " + report.versions() + " versions (state, history, feed), " + report.patches()
                        + " waiting parts, " + report.quarantined()
                        + " entries of the quarantine; consumers get a delete at position " + report.position() + ".");
        if (!report.messages().isEmpty()) {
            say(
                    "Bản gốc các thông điệp sau có thể còn trong kho lưu đến hết thời hạn của nó, và trong các bản sao lưu cũ:",
                    "Raw forms of these messages may stay in the archive until its limits, and in earlier backups:");
            report.messages().forEach(message -> out.println("  " + message));
        }
    }

    private Map<String, Object> document(String id, ErasureReport report) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("type", type);
        document.put("id", id);
        document.put("versions", report.versions());
        document.put("patches", report.patches());
        document.put("quarantined", report.quarantined());
        document.put("position", report.position());
        document.put("messages", report.messages());
        return document;
    }
}
