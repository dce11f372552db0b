package org.iochub.core.replay.internal;

import org.iochub.core.replay.Renormalisation;
import org.iochub.model.FaultException;

/** Why something cannot be re-normalised. */
final class RenormaliseFaults {
    private RenormaliseFaults() {}

    static FaultException forbidden(String source) {
        return FaultException.of(
                "archive-forbidden",
                source,
                "Nguồn «" + source
                        + "» không cho lưu thông điệp gốc (archive = none, hoặc nhạy cảm mà chưa có khóa), nên"
                        + " không có gì để chuẩn hóa lại; hãy nhờ nguồn gửi lại.",
                "The source «" + source
                        + "» does not let its raw messages be kept (archive = none, or sensitive without a"
                        + " key), so there is nothing to re-normalise; ask the source to send again.");
    }

    static FaultException nothing(String source) {
        return FaultException.of(
                "nothing-to-renormalise",
                source,
                "Kho lưu trữ không có thông điệp nào của nguồn «" + source
                        + "» trong thời gian này; hãy đổi --from, --to.",
                "The archive has no message of the source «" + source
                        + "» in this period; choose other --from and --to.");
    }

    static FaultException tooMany(String source) {
        return FaultException.of(
                "too-many-messages",
                source,
                "Thời gian này có hơn " + Renormalisation.MOST_MESSAGES + " thông điệp; hãy chia thành nhiều lượt.",
                "The period has more than " + Renormalisation.MOST_MESSAGES
                        + " messages; divide it into several jobs.");
    }

    static FaultException unknown(long id) {
        return FaultException.of(
                "unknown-replay",
                Long.toString(id),
                "Không có lượt số " + id + "; xem danh sách bằng hub:replay list.",
                "There is no job number " + id + "; hub:replay list shows them.");
    }

    static FaultException notDry(long id) {
        return FaultException.of(
                "not-a-dry-run",
                Long.toString(id),
                "Lượt " + id + " không phải là một lượt chạy thử; hãy chạy hub:renormalise NGUỒN --dry trước.",
                "The job " + id + " is no dry run; run hub:renormalise SOURCE --dry first.");
    }

    static FaultException notFinished(long id) {
        return FaultException.of(
                "dry-run-not-finished",
                Long.toString(id),
                "Lượt chạy thử " + id + " chưa kết thúc; hãy chờ nó xong rồi xem báo cáo.",
                "The dry run " + id + " has not finished; wait for it and look at its report first.");
    }

    static FaultException adapterChanged(String before, String now) {
        return FaultException.of(
                "adapter-changed",
                "",
                "Bộ kết nối đã đổi từ phiên bản " + before + " sang " + now + " sau khi chạy thử; hãy chạy thử lại.",
                "The adapter changed from version " + before + " to " + now + " since the dry run; run it dry again.");
    }
}
