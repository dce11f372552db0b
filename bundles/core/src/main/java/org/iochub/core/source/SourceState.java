package org.iochub.core.source;

import java.util.Locale;
import org.iochub.model.Text;

/** Where an instance is in its life. */
public enum SourceState {
    STARTING("Đang khởi động", "Starting"),
    RUNNING("Đang chạy", "Running"),
    /** Nothing wrong here: the source system cannot be reached, or the adapter is not installed yet. */
    WAITING("Đang chờ nguồn", "Waiting for its source"),
    /** The configuration is wrong; nothing runs until it is mended. */
    MISCONFIGURED("Cấu hình sai", "Misconfigured"),
    /** Messages arrive and cannot be taken. */
    FAILING("Đang lỗi", "Failing"),
    /** A person stopped it. */
    STOPPED("Đã dừng", "Stopped");

    private final Text title;

    SourceState(String vi, String en) {
        this.title = Text.of(vi, en);
    }

    public Text title() {
        return title;
    }

    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
