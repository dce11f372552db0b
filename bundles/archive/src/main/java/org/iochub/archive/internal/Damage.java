package org.iochub.archive.internal;

import org.iochub.model.Fault;

/** What can be wrong with what was kept, in sentences. */
final class Damage {
    private Damage() {}

    static Fault at(String place) {
        return Fault.of(
                "archive-damaged",
                place,
                "Kho bản gốc bị hỏng tại " + place
                        + ": dữ liệu ở đó không còn như khi nhận; phần xung quanh vẫn đọc được. Hãy lấy lại tệp từ bản sao lưu.",
                "The archive is damaged at " + place
                        + ": what lies there is not what came; everything around it is still read. Put the file back from a backup.");
    }

    static Fault erased(String place, long at) {
        java.time.Instant when = java.time.Instant.ofEpochMilli(at);
        return Fault.of(
                "archive-erased",
                place,
                "Bản gốc tại " + place + " đã bị xóa hẳn theo lệnh xóa dữ liệu lúc " + when + ".",
                "What lay at " + place + " was erased on demand at " + when + ".");
    }

    static Fault missing(String segment) {
        return Fault.of(
                "archive-missing",
                segment,
                "Kho bản gốc thiếu tệp " + segment + "; hãy lấy lại từ bản sao lưu.",
                "The archive lacks the file " + segment + ": put it back from a backup.");
    }

    static Fault key(String place, String key) {
        return Fault.of(
                "archive-key",
                place,
                "Bản gốc tại " + place + " được mã hóa bằng khóa " + key
                        + " không có ở đây; hãy đặt lại tệp khóa đó (HUB_ARCHIVE_KEY_FILE).",
                "What lies at " + place + " is encrypted with the key " + key
                        + ", which is not here: put that key file back (HUB_ARCHIVE_KEY_FILE).");
    }

    static Fault notWritten(String source, String what) {
        return Fault.of(
                "archive-unavailable",
                source,
                "Chưa ghi được bản gốc của nguồn «" + source + "» (" + what
                        + "); nguồn chờ và sẽ gửi lại. Hãy kiểm tra dung lượng đĩa.",
                "The raw message of source «" + source + "» could not be archived (" + what
                        + "); the source waits and sends it again. Look at the disk's free space.");
    }
}
