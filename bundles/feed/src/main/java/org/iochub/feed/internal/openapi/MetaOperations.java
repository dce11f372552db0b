package org.iochub.feed.internal.openapi;

import static org.iochub.feed.internal.openapi.Parameter.path;
import static org.iochub.feed.internal.openapi.Shared.JSON;
import static org.iochub.feed.internal.openapi.Shared.TYPE;

import java.util.List;

/** What the face says of itself: the description, the types, how it does. */
final class MetaOperations {

    private MetaOperations() {}

    static List<Operation> all() {
        return List.of(
                Operation.get("/api/v1/openapi.json", "openapi", "Mô tả giao diện này", "This description")
                        .build(),
                Operation.get("/api/v1/types", "types", "Các loại bản ghi", "The record types")
                        .build(),
                Operation.get(
                                "/api/v1/types/{type}/v{major}/schema",
                                "schema",
                                "Lược đồ JSON của một loại bản ghi",
                                "The JSON Schema of a record type")
                        .audience(Audience.EVERYONE)
                        .with(TYPE, path("major", "Phiên bản chính", "Major version"))
                        .answers(200, "application/schema+json", JSON)
                        .refuses(404)
                        .build(),
                Operation.get("/health/live", "live", "Tiến trình còn sống", "The process is alive")
                        .audience(Audience.EVERYONE)
                        .build(),
                Operation.get("/health/ready", "ready", "Hub đã sẵn sàng", "The hub is ready")
                        .audience(Audience.EVERYONE)
                        .refuses(503)
                        .build(),
                Operation.get("/metrics", "metrics", "Số đo dạng Prometheus", "Figures as Prometheus text")
                        .answers(200, "text/plain")
                        .build());
    }
}
