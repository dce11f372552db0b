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
import org.iochub.model.text.FreeTextMask;

@Command(
        scope = "hub",
        name = "erase",
        description = "Xóa hẳn dữ liệu của một bản ghi / Erases a record for good",
        detailedDescription =
                "Empties every version of the record in state, history and feed, removes what the quarantine has of it and"
                        + " the raw messages that brought it, whole, from the archive, and tells consumers by a delete"
                        + " (opreason=erasure). It cannot be undone. Other records of those messages stay, and their"
                        + " lineage says that the raw form was erased. Later backups have nothing of it; earlier ones keep"
                        + " it until you delete them.\n\nEXAMPLE\n\n"
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
                        "archived", Integer.toString(report.archived().removed()),
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
        archived(report);
        say(
                "Bản sao lưu tạo từ giờ không có bản ghi này; bản sao lưu cũ vẫn có, hãy hủy chúng.",
                "Backups made from now on have nothing of it; earlier ones still have: delete them.");
    }

    private void archived(ErasureReport report) {
        if (report.messages().isEmpty()) {
            return;
        }
        report.archived()
                .pending()
                .ifPresentOrElse(
                        why -> say(
                                "Kho lưu bản gốc chưa xóa được (" + why + "); hub tự thử lại mỗi phút. Các thông điệp:",
                                "The raw archive could not remove its part yet (" + why
                                        + "); the hub tries again every minute. The messages:"),
                        () -> say(
                                "Đã xóa " + report.archived().removed()
                                        + " bản gốc trong kho lưu, trọn vẹn từng thông điệp:",
                                "Removed " + report.archived().removed()
                                        + " raw forms from the archive, of these messages as a whole:"));
        report.messages().forEach(each -> out.println("  " + each.source() + ": " + FreeTextMask.mask(each.message())));
    }

    private Map<String, Object> document(String id, ErasureReport report) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("type", type);
        document.put("id", id);
        document.put("versions", report.versions());
        document.put("patches", report.patches());
        document.put("quarantined", report.quarantined());
        document.put("position", report.position());
        Map<String, Object> archived = new LinkedHashMap<>();
        archived.put("removed", report.archived().removed());
        report.archived().pending().ifPresent(why -> archived.put("pending", why));
        document.put("archived", archived);
        document.put(
                "messages",
                report.messages().stream()
                        .map(each -> Map.of("source", each.source(), "message", FreeTextMask.mask(each.message())))
                        .toList());
        document.put("backups", Map.of("later", "nothing", "earlier", "unchanged"));
        return document;
    }
}
