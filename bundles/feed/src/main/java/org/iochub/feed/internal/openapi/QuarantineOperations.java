package org.iochub.feed.internal.openapi;

import static org.iochub.feed.internal.openapi.Parameter.choice;
import static org.iochub.feed.internal.openapi.Parameter.flag;
import static org.iochub.feed.internal.openapi.Parameter.integer;
import static org.iochub.feed.internal.openapi.Parameter.path;
import static org.iochub.feed.internal.openapi.Parameter.text;
import static org.iochub.feed.internal.openapi.Parameter.texts;
import static org.iochub.feed.internal.openapi.Shared.JSON;

import java.util.List;

/** Refused records, and what mends them. */
final class QuarantineOperations {

    private QuarantineOperations() {}

    static List<Operation> all() {
        return List.of(
                Operation.get(
                                "/api/v1/quarantine",
                                "quarantine",
                                "Các bản ghi bị cách ly, mới nhất trước",
                                "Refused records, newest first")
                        .with(integer(
                                "limit", 1, 1_000, "Số mục tối đa, mặc định 100", "Entries at most, 100 when absent"))
                        .with(
                                text("before", "Chỉ các mục có số nhỏ hơn", "Entries with a smaller id only"),
                                texts("source", "Chỉ các nguồn này", "These sources only"),
                                texts("tenant", "Chỉ các cơ quan này", "These authorities only"),
                                text("stage", "Giai đoạn bị từ chối", "The stage that refused it"),
                                text("reason", "Mã lý do", "The reason's code"),
                                choice(
                                        "state",
                                        List.of("open", "replayed", "mended", "discarded", "all"),
                                        "Trạng thái; mặc định open",
                                        "The state; open when absent"))
                        .refuses(400)
                        .build(),
                Operation.get(
                                "/api/v1/quarantine/groups",
                                "quarantineGroups",
                                "Các bản ghi còn bị cách ly, gộp theo nguồn, giai đoạn và lý do",
                                "Open refused records by source, stage and reason")
                        .audience(Audience.OWNER)
                        .with(integer(
                                "limit", 1, 1_000, "Số nhóm tối đa, mặc định 100", "Groups at most, 100 when absent"))
                        .with(
                                texts("source", "Chỉ các nguồn này", "These sources only"),
                                texts("tenant", "Chỉ các cơ quan này", "These authorities only"),
                                text("stage", "Giai đoạn bị từ chối", "The stage that refused it"),
                                text("reason", "Mã lý do", "The reason's code"))
                        .refuses(400)
                        .build(),
                Operation.post(
                                "/api/v1/quarantine/{id}/mend",
                                "mend",
                                "Gửi dạng gốc đã sửa của một bản ghi bị cách ly và chạy lại nó",
                                "Takes the mended raw form of a refused record and replays it")
                        .audience(Audience.OWNER)
                        .with(path("id", "Số của mục", "The entry's id"))
                        .with(text("note", "Vì sao sửa", "Why it was mended"))
                        .takes("application/octet-stream")
                        .answers(202, JSON)
                        .refuses(400, 404, 409, 413)
                        .build(),
                Operation.get(
                                "/api/v1/quarantine/{id}/mends",
                                "mends",
                                "Ai đã sửa dạng gốc của một bản ghi bị cách ly, khi nào",
                                "Who mended the raw form of a refused record, and when")
                        .audience(Audience.OWNER)
                        .with(path("id", "Số của mục", "The entry's id"))
                        .refuses(404)
                        .build(),
                Operation.post(
                                "/api/v1/quarantine/{id}/discard",
                                "discard",
                                "Bỏ một bản ghi bị cách ly, có lý do",
                                "Discards a refused record, with a reason")
                        .audience(Audience.OWNER)
                        .with(path("id", "Số của mục", "The entry's id"))
                        .with(text("reason", "Lý do", "The reason"))
                        .with(flag("confirm", "Xác nhận", "Yes, really"))
                        .refuses(400, 404, 409)
                        .build(),
                Operation.get("/api/v1/quarantine/{id}", "quarantined", "Một bản ghi bị cách ly", "One refused record")
                        .with(path("id", "Số của mục", "The entry's id"))
                        .with(flag(
                                "raw",
                                "Trả về dạng gốc; cần mức dữ liệu cá nhân full",
                                "Answer with the raw form; takes personal level full"))
                        .answers(200, JSON, "application/octet-stream")
                        .refuses(403, 404)
                        .build(),
                Operation.get(
                                "/api/v1/quarantine/{id}/raw",
                                "quarantinedRaw",
                                "Dạng gốc của một bản ghi bị cách ly",
                                "The raw form of a refused record")
                        .with(path("id", "Số của mục", "The entry's id"))
                        .answers(200, "application/octet-stream")
                        .refuses(403, 404)
                        .build());
    }
}
