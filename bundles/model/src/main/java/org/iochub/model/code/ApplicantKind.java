package org.iochub.model.code;

import com.fasterxml.jackson.annotation.JsonValue;
import org.iochub.model.Text;

/** Who hands a dossier in. */
public enum ApplicantKind implements CodeList {
    CITIZEN("Công dân", "Citizen"),
    BUSINESS("Doanh nghiệp", "Business"),
    HOUSEHOLD_BUSINESS("Hộ kinh doanh", "Household business"),
    ORGANIZATION("Tổ chức", "Organisation");

    private final Text title;

    ApplicantKind(String vi, String en) {
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
