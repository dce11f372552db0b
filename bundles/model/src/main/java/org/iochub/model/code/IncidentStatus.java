package org.iochub.model.code;

import com.fasterxml.jackson.annotation.JsonValue;
import org.iochub.model.Text;

/** Where an incident stands. */
public enum IncidentStatus implements CodeList {
    ACTIVE("Đang diễn ra", "Active"),
    UPDATED("Cập nhật", "Updated"),
    RESOLVED("Đã xử lý", "Resolved"),
    CANCELLED("Hủy", "Cancelled");

    private final Text title;

    IncidentStatus(String vi, String en) {
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
