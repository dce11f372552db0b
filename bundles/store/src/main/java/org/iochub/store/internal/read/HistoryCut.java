package org.iochub.store.internal.read;

import java.util.ArrayList;
import java.util.List;
import org.iochub.core.records.RecordReader;
import org.iochub.core.records.StoredVersion;
import org.iochub.model.Fault;

/** Says on the oldest version that is kept that it was not the first. */
final class HistoryCut {
    private static final Fault NOTE = Fault.of(
            RecordReader.HISTORY_CUT,
            "",
            "Các phiên bản cũ hơn đã được xóa theo thời hạn lưu giữ.",
            "Older versions were removed when their time of retention was over.");

    private HistoryCut() {}

    static StoredVersion noted(StoredVersion oldest) {
        List<Fault> notes = new ArrayList<>(oldest.notes());
        notes.add(NOTE);
        return oldest.withNotes(notes);
    }
}
