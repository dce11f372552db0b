package org.iochub.model.code;

import com.fasterxml.jackson.annotation.JsonValue;
import org.iochub.model.Text;

/** Where a citizen report stands. */
public enum ReportStatus implements CodeList {
    RECEIVED("Mới tiếp nhận", "Received"),
    ASSIGNED("Đã phân công", "Assigned"),
    IN_PROCESS("Đang xử lý", "In process"),
    ANSWERED("Đã trả lời", "Answered"),
    CLOSED("Đã đóng", "Closed"),
    REJECTED("Từ chối", "Rejected");

    private final Text title;

    ReportStatus(String vi, String en) {
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
