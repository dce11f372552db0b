package org.iochub.store.internal.replay;

import org.iochub.core.replay.ReplayRequest;
import org.iochub.core.replay.ReplayState;
import org.iochub.model.FaultException;

/** What cannot be done with jobs and entries, in sentences. */
final class ReplayFaults {
    private ReplayFaults() {}

    static FaultException nothing() {
        return FaultException.of(
                "nothing-to-replay",
                "",
                "Không có bản ghi cách ly nào còn mở ứng với lựa chọn này; hãy xem hub:quarantine.",
                "No open entry of the quarantine fits this selection; look at hub:quarantine.");
    }

    static FaultException tooMany(long total) {
        return FaultException.of(
                "too-many-entries",
                "",
                "Lựa chọn có " + total + " bản ghi, một lượt nhận nhiều nhất " + ReplayRequest.MOST_ENTRIES
                        + "; hãy chia theo nguồn hoặc thời gian.",
                "The selection has " + total + " entries, a job takes " + ReplayRequest.MOST_ENTRIES
                        + " at most; divide it by source or time.");
    }

    static FaultException unknown(long id) {
        return FaultException.of(
                "unknown-replay",
                Long.toString(id),
                "Không có lượt chạy lại số " + id + "; xem danh sách bằng hub:replay list.",
                "There is no replay number " + id + "; hub:replay list shows them.");
    }

    static FaultException ended(long id, ReplayState state) {
        return FaultException.of(
                "replay-ended",
                Long.toString(id),
                "Lượt chạy lại " + id + " đã kết thúc (" + state.wireName() + "); hãy bắt đầu lượt mới.",
                "The replay " + id + " has ended (" + state.wireName() + "); start another one.");
    }

    static FaultException notOpen(long entry) {
        return FaultException.of(
                "not-open",
                Long.toString(entry),
                "Bản ghi cách ly " + entry + " không có hoặc đã được giải quyết.",
                "There is no entry " + entry + " in the quarantine, or it is settled already.");
    }

    static FaultException tooLarge(int size) {
        return FaultException.of(
                "too-large",
                "",
                "Dạng đã sửa dài " + size + " byte, nhiều nhất là 1 MiB.",
                "The mended form has " + size + " bytes; 1 MiB is the most.");
    }
}
