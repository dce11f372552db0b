package org.iochub.model.code;

import com.fasterxml.jackson.annotation.JsonValue;
import org.iochub.model.Text;

/** How severe an incident is (Smart Data Models: Alert). */
public enum Severity implements CodeList {
    INFORMATIONAL("Thông tin", "Informational"),
    LOW("Thấp", "Low"),
    MEDIUM("Trung bình", "Medium"),
    HIGH("Cao", "High"),
    CRITICAL("Nghiêm trọng", "Critical");

    private final Text title;

    Severity(String vi, String en) {
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
