package org.iochub.core.replay.internal;

import org.iochub.core.quarantine.Quarantined;
import org.iochub.model.FaultException;

/** Why an entry cannot be read again. */
final class Impossible {
    private Impossible() {}

    static FaultException rawNotKept(Quarantined entry) {
        return FaultException.of(
                "raw-not-kept",
                entry.position(),
                "Dạng gốc không được lưu và thông điệp không có trong kho lưu trữ; hãy nhờ nguồn gửi lại.",
                "The raw form is not kept and its message is not in the archive; ask the source to send it again.");
    }

    static FaultException needsMessage(Quarantined entry) {
        return FaultException.of(
                "needs-message",
                entry.position(),
                "Bộ kết nối không đọc được riêng bản ghi này (tiêu đề hay phần chung nằm chỗ khác trong thông điệp) và"
                        + " thông điệp không có trong kho lưu trữ; hãy bật lưu trữ cho nguồn hoặc nhờ nguồn gửi lại.",
                "The adapter cannot read this record by itself (its heading or what records share stands elsewhere in the"
                        + " message) and the message is not in the archive; archive the source, or ask it to send again.");
    }

    static FaultException mendedNeedsMessage(Quarantined entry) {
        return FaultException.of(
                "needs-message",
                entry.position(),
                "Bộ kết nối không đọc được riêng một bản ghi đã sửa của nguồn này; hãy sửa ở nguồn và nhờ gửi lại.",
                "The adapter cannot read a mended record of this source by itself; mend it at the source and have it sent"
                        + " again.");
    }
}
