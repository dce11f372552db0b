package org.iochub.feed.internal.openapi;

import static org.iochub.feed.internal.openapi.Parameter.choice;
import static org.iochub.feed.internal.openapi.Parameter.integer;
import static org.iochub.feed.internal.openapi.Parameter.path;
import static org.iochub.feed.internal.openapi.Parameter.text;
import static org.iochub.feed.internal.openapi.Shared.JSON;

import java.util.List;

/** Replays: start, watch, pause, cancel. */
final class ReplayOperations {

    private ReplayOperations() {}

    static List<Operation> all() {
        return List.of(
                Operation.get(
                                "/api/v1/replays",
                                "replays",
                                "Các lượt chạy lại và chuẩn hóa lại, mới nhất trước",
                                "Replays of refused records and of archived messages, newest first")
                        .audience(Audience.OWNER)
                        .with(integer(
                                "limit", 1, 1_000, "Số lượt tối đa, mặc định 100", "Jobs at most, 100 when absent"))
                        .with(text("before", "Chỉ các lượt có số nhỏ hơn", "Jobs with a smaller id only"))
                        .refuses(400)
                        .build(),
                Operation.post(
                                "/api/v1/replays",
                                "replay",
                                "Chạy lại các bản ghi bị cách ly qua bộ kết nối hiện tại: chọn theo source, tenant, stage, reason,"
                                        + " since, until, ids; hoặc all. Với kind=renormalise: chuẩn hóa lại thông điệp lưu trữ của"
                                        + " source từ from đến to, chạy thử (dry), rồi apply với confirm",
                                "Sends refused records through the current adapter again: chosen by source, tenant, stage,"
                                        + " reason, since, until, ids; or all. With kind=renormalise: archived messages of source"
                                        + " from from to to, first dry, then apply with confirm")
                        .audience(Audience.OWNER)
                        .takes(JSON)
                        .answers(202, JSON)
                        .refuses(400, 409, 413, 422)
                        .build(),
                Operation.get("/api/v1/replays/{id}", "replayOne", "Một lượt chạy lại", "One replay")
                        .audience(Audience.OWNER)
                        .with(path("id", "Số của lượt", "The job's id"))
                        .refuses(404)
                        .build(),
                Operation.get(
                                "/api/v1/replays/{id}/entries",
                                "replayEntries",
                                "Kết quả của từng bản ghi trong một lượt chạy lại",
                                "What came of each entry of a replay")
                        .audience(Audience.OWNER)
                        .with(path("id", "Số của lượt", "The job's id"))
                        .with(integer(
                                "limit", 1, 1_000, "Số mục tối đa, mặc định 100", "Entries at most, 100 when absent"))
                        .with(
                                text("after", "Chỉ các mục có số lớn hơn", "Entries with a greater id only"),
                                choice(
                                        "outcome",
                                        List.of(
                                                "pending",
                                                "recorded",
                                                "unchanged",
                                                "outdated",
                                                "refused",
                                                "impossible",
                                                "gone"),
                                        "Chỉ kết quả này",
                                        "This outcome only"))
                        .refuses(400, 404)
                        .build(),
                Operation.get(
                                "/api/v1/replays/{id}/differences",
                                "replayDifferences",
                                "Khác biệt theo từng trường mà lượt chuẩn hóa lại thấy",
                                "What re-normalising would change, by field")
                        .audience(Audience.OWNER)
                        .with(path("id", "Số của lượt", "The job's id"))
                        .refuses(404)
                        .build(),
                Operation.post("/api/v1/replays/{id}/pause", "replayPause", "Tạm dừng", "Pauses a replay")
                        .audience(Audience.OWNER)
                        .with(path("id", "Số của lượt", "The job's id"))
                        .refuses(404, 409)
                        .build(),
                Operation.post("/api/v1/replays/{id}/resume", "replayResume", "Chạy tiếp", "Resumes a replay")
                        .audience(Audience.OWNER)
                        .with(path("id", "Số của lượt", "The job's id"))
                        .refuses(404, 409)
                        .build(),
                Operation.post(
                                "/api/v1/replays/{id}/cancel",
                                "replayCancel",
                                "Hủy: phần đã chạy giữ nguyên, phần còn lại vẫn mở",
                                "Cancels a replay: what was replayed stays, the rest stays open")
                        .audience(Audience.OWNER)
                        .with(path("id", "Số của lượt", "The job's id"))
                        .refuses(404, 409)
                        .build());
    }
}
