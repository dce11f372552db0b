package org.iochub.declarative.internal.format;

import org.iochub.model.FaultException;

/** Faults of whole messages that several formats know. */
final class Faults {
    private Faults() {}

    static FaultException emptyMessage() {
        return FaultException.of(
                "empty-message",
                "",
                "Thông điệp trống, không có nội dung nào; hãy kiểm tra việc xuất dữ liệu ở nguồn.",
                "The message is empty; check the export at the source.");
    }

    static FaultException brokenArchive() {
        return FaultException.of(
                "broken-archive",
                "",
                "Tệp nén bị hỏng hoặc bị cắt cụt; hãy yêu cầu nguồn gửi lại cả tệp.",
                "The compressed file is broken or cut off; ask the source to send the whole file again.");
    }

    static FaultException tooMuchInside(String where, long limit) {
        return FaultException.of(
                "too-large",
                where,
                "Sau khi giải nén, nội dung vượt giới hạn " + limit + " byte; hãy chia nhỏ ở nguồn.",
                "The content is larger than " + limit + " bytes after decompression; make it smaller at the source.");
    }

    static FaultException suspiciousRatio(String where, long ratio) {
        return FaultException.of(
                "archive-bomb",
                where,
                "Nội dung nén phình ra hơn " + ratio + " lần, giống một tệp nén độc hại nên bị từ chối; hãy gửi tệp"
                        + " không nén nếu dữ liệu là thật.",
                "The content grows more than " + ratio + " times when decompressed, as a zip bomb does, and is refused;"
                        + " send it uncompressed if the data is real.");
    }
}
