package org.iochub.model.code;

import com.fasterxml.jackson.annotation.JsonValue;
import org.iochub.model.Text;

/** How often an indicator is made. */
public enum Frequency implements CodeList {
    DAILY("Ngày", "Daily"),
    WEEKLY("Tuần", "Weekly"),
    MONTHLY("Tháng", "Monthly"),
    QUARTERLY("Quý", "Quarterly"),
    HALF_YEARLY("6 tháng", "Half-yearly"),
    NINE_MONTHLY("9 tháng", "Nine-monthly"),
    YEARLY("Năm", "Yearly"),
    SCHOOL_YEAR("Năm học", "School year"),
    IRREGULAR("Không định kỳ", "Irregular");

    private final Text title;

    Frequency(String vi, String en) {
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
