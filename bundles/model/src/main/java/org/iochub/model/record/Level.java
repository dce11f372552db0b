package org.iochub.model.record;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import org.iochub.model.Text;
import org.iochub.model.code.CodeList;

/** A level of the state. Districts ended on 30/6/2025; they stay for what came before. */
public enum Level implements CodeList {
    CENTRAL("Trung ương", "Central"),
    PROVINCE("Cấp tỉnh", "Province"),
    DISTRICT("Cấp huyện", "District"),
    COMMUNE("Cấp xã", "Commune");

    private final Text title;

    Level(String vi, String en) {
        this.title = Text.of(vi, en);
    }

    @JsonValue
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    @Override
    public String code() {
        return wireName();
    }

    @Override
    public Text title() {
        return title;
    }
}
