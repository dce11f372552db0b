package org.iochub.feed.internal.openapi;

import static org.iochub.feed.internal.openapi.Parameter.flag;
import static org.iochub.feed.internal.openapi.Parameter.path;
import static org.iochub.feed.internal.openapi.Shared.JSON;

import java.util.List;

/** The overview of a duty room, and what is done to sources from there. */
final class SteeringOperations {
    private static final Parameter ID = path("id", "Mã nguồn", "The source's id");

    private SteeringOperations() {}

    static List<Operation> all() {
        return List.of(
                Operation.get(
                                "/api/v1/overview",
                                "overview",
                                "Mọi địa phương và nguồn, nhịp nhận trong giờ qua, số bản ghi còn bị cách ly",
                                "Every authority and source, the rates of the last hour, what is refused and open")
                        .build(),
                move("start", "Cho một nguồn đã dừng chạy lại", "Starts a source that was stopped"),
                move("stop", "Dừng một nguồn; nhớ cả khi hub khởi động lại", "Stops a source, over restarts too"),
                move("restart", "Khởi động lại một nguồn", "Stops and starts a source"),
                Operation.get(
                                "/api/v1/sources/{id}/configuration",
                                "configuration",
                                "Cấu hình của một nguồn, không có bí mật",
                                "A source's configuration, without its secrets")
                        .audience(Audience.OWNER)
                        .with(ID)
                        .refuses(403, 404)
                        .build(),
                Operation.put(
                                "/api/v1/sources/{id}/configuration",
                                "configure",
                                "Ghi cấu hình của một nguồn; bí mật gửi lại như đã hiện thì giữ nguyên",
                                "Writes a source's configuration; secrets sent back as shown stay what they are")
                        .audience(Audience.OWNER)
                        .with(ID)
                        .with(flag("dryRun", "Chỉ kiểm tra, không ghi", "Only check, write nothing"))
                        .takes(JSON)
                        .refuses(400, 403, 404, 422)
                        .build());
    }

    private static Operation move(String verb, String vi, String en) {
        return Operation.post(
                        "/api/v1/sources/{id}/" + verb,
                        "source" + Character.toUpperCase(verb.charAt(0)) + verb.substring(1),
                        vi,
                        en)
                .audience(Audience.OWNER)
                .with(ID)
                .answers(202, JSON)
                .refuses(403, 404)
                .build();
    }
}
