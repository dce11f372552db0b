package org.iochub.model.code;

import com.fasterxml.jackson.annotation.JsonValue;
import org.iochub.model.Text;

/** The two kinds of citizen reports. */
public enum ReportKind implements CodeList {
    FIELD("Phản ánh hiện trường", "Field report"),
    PETITION("Phản ánh, kiến nghị", "Petition");

    private final Text title;

    ReportKind(String vi, String en) {
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
