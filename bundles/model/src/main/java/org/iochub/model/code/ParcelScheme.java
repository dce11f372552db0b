package org.iochub.model.code;

import com.fasterxml.jackson.annotation.JsonValue;
import org.iochub.model.Text;

/** How a parcel id is made. */
public enum ParcelScheme implements CodeList {
    GEOHASH12("GeoHash 12 ký tự", "GeoHash of 12 characters"),
    SHEET_PARCEL("Số tờ, số thửa", "Sheet and parcel number");

    private final Text title;

    ParcelScheme(String vi, String en) {
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
