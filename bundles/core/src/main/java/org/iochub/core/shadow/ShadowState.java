package org.iochub.core.shadow;

import java.util.Locale;
import org.iochub.model.Text;

/** Where a shadow is in its life. */
public enum ShadowState {
    /** What it needs is not there yet: the hub starts, or no source has this adapter. */
    WAITING("Đang chờ", "Waiting"),
    RUNNING("Đang so", "Comparing"),
    /** A person paused it. */
    PAUSED("Tạm dừng", "Paused"),
    /** The hub stopped it: the candidate failed or hung again and again. */
    STOPPED("Đã ngừng vì lỗi", "Stopped by failures"),
    /** The gate does not take the file; nothing of it runs. */
    REFUSED("Bị từ chối", "Refused");

    private final Text title;

    ShadowState(String vi, String en) {
        this.title = Text.of(vi, en);
    }

    public Text title() {
        return title;
    }

    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
