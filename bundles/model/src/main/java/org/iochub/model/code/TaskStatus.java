package org.iochub.model.code;

import com.fasterxml.jackson.annotation.JsonValue;
import org.iochub.model.Text;

/** Where a task stands. */
public enum TaskStatus implements CodeList {
    ASSIGNED("Đã giao", "Assigned"),
    IN_PROCESS("Đang thực hiện", "In process"),
    DONE("Hoàn thành", "Done"),
    CANCELLED("Hủy", "Cancelled");

    private final Text title;

    TaskStatus(String vi, String en) {
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
