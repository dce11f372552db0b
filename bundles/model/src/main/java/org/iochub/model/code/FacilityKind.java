package org.iochub.model.code;

import com.fasterxml.jackson.annotation.JsonValue;
import org.iochub.model.Text;

/** What a facility is. */
public enum FacilityKind implements CodeList {
    STATION("Trạm quan trắc", "Monitoring station"),
    SCHOOL("Trường học", "School"),
    CLINIC("Cơ sở y tế", "Health facility"),
    CAMERA("Camera", "Camera"),
    LODGING("Cơ sở lưu trú", "Lodging"),
    PROJECT("Công trình, dự án", "Project"),
    VESSEL("Tàu cá", "Fishing vessel"),
    STOP("Điểm dừng", "Stop"),
    OTHER("Khác", "Other");

    private final Text title;

    FacilityKind(String vi, String en) {
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
