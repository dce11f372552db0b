package org.iochub.model.code;

import com.fasterxml.jackson.annotation.JsonValue;
import org.iochub.model.Text;

/** State of the measuring device: codes 00, 01 and 02 of Circular 10/2021/TT-BTNMT. */
public enum ObservationStatus implements CodeList {
    NORMAL("Đang đo", "Normal"),
    CALIBRATING("Hiệu chuẩn", "Calibrating"),
    DEVICE_ERROR("Báo lỗi thiết bị", "Device error");

    private final Text title;

    ObservationStatus(String vi, String en) {
        this.title = Text.of(vi, en);
    }

    @Override
    public Text title() {
        return title;
    }

    @Override
    @JsonValue
    public String code() {
        return CodeList.kebab(this);
    }
}
