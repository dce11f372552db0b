package org.iochub.model.code;

import com.fasterxml.jackson.annotation.JsonValue;
import org.iochub.model.Text;

/** What kind of figure an indicator value is. */
public enum IndicatorMeasure implements CodeList {
    ACTUAL("Thực hiện", "Actual"),
    PLAN("Kế hoạch", "Plan"),
    ESTIMATE("Ước thực hiện", "Estimate"),
    CUMULATIVE("Lũy kế", "Cumulative");

    private final Text title;

    IndicatorMeasure(String vi, String en) {
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
