package org.iochub.feed.internal.openapi;

import static org.iochub.feed.internal.openapi.Parameter.path;
import static org.iochub.feed.internal.openapi.Parameter.text;

/** Parameters and media types that several subjects share. */
final class Shared {
    static final String JSON = "application/json";
    static final Parameter TYPE = path("type", "Loại bản ghi", "Record type");
    static final Parameter AFTER = text(
            "after",
            "Con trỏ từ liên kết rel=\"next\" của lần đọc trước",
            "The cursor of the rel=\"next\" link of the reading before");

    private Shared() {}
}
