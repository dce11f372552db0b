package org.iochub.model.code;

import com.fasterxml.jackson.annotation.JsonValue;
import org.iochub.model.Text;

/** Whether a successor took over a unit whole or in part. */
public enum AreaPart implements CodeList {
    WHOLE("Toàn bộ", "Whole"),
    PARTIAL("Một phần", "Partial");

    private final Text title;

    AreaPart(String vi, String en) {
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
