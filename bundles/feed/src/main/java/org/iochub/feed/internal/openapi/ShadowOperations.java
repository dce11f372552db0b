package org.iochub.feed.internal.openapi;

import static org.iochub.feed.internal.openapi.Parameter.choice;
import static org.iochub.feed.internal.openapi.Parameter.path;
import static org.iochub.feed.internal.openapi.Parameter.text;
import static org.iochub.feed.internal.openapi.Shared.JSON;

import java.util.List;

/** Shadows: try a new version of an adapter beside the one that runs. */
final class ShadowOperations {
    private static final Parameter ID = path("id", "Tên tệp của bản thử", "The candidate's file name");

    private ShadowOperations() {}

    static List<Operation> all() {
        return List.of(
                Operation.get(
                                "/api/v1/shadows",
                                "shadows",
                                "Các bản thử đang chạy bên cạnh bộ kết nối thật, với kết luận",
                                "Candidates tried beside the adapters that run, with their verdicts")
                        .audience(Audience.OPERATOR)
                        .build(),
                Operation.post(
                                "/api/v1/shadows",
                                "shadow",
                                "Chạy thử bản mới của một bộ kết nối (.jar, .kar, .yaml) trên thông điệp thật, không ghi gì"
                                        + " ra luồng dữ liệu",
                                "Tries a new version of an adapter (.jar, .kar, .yaml) on live messages and writes nothing"
                                        + " to feeds")
                        .audience(Audience.OPERATOR)
                        .with(text("file", "Tên tệp", "The file's name"))
                        .with(text(
                                "since",
                                "So cả thông điệp trong kho bản gốc từ thời điểm này",
                                "Compares what the archive has from this time on, too"))
                        .takes("application/octet-stream")
                        .answers(201, JSON)
                        .refuses(400, 409, 413, 422, 503)
                        .build(),
                Operation.get("/api/v1/shadows/{id}", "shadowOne", "Một bản thử", "One shadow")
                        .audience(Audience.OPERATOR)
                        .with(ID)
                        .refuses(404)
                        .build(),
                Operation.get(
                                "/api/v1/shadows/{id}/differences",
                                "shadowDifferences",
                                "Ví dụ về các khác biệt; không hiện giá trị của dữ liệu cá nhân",
                                "Examples of the differences; values of personal fields are not shown")
                        .audience(Audience.OPERATOR)
                        .with(ID)
                        .with(
                                text("source", "Chỉ nguồn này", "This source only"),
                                choice(
                                        "kind",
                                        List.of(
                                                "changed",
                                                "only-old",
                                                "only-new",
                                                "refused-old",
                                                "refused-new",
                                                "failed"),
                                        "Chỉ loại này",
                                        "This kind only"),
                                text("field", "Chỉ trường này, như task.status", "This field only, as task.status"))
                        .refuses(400, 404)
                        .build(),
                Operation.post(
                                "/api/v1/shadows/{id}/promote",
                                "shadowPromote",
                                "Đưa bản thử vào chạy thật qua cửa kiểm tra; bản thử kết thúc",
                                "Deploys the candidate through the gate and ends the shadow")
                        .audience(Audience.OPERATOR)
                        .with(ID)
                        .refuses(404, 409, 422)
                        .build(),
                Operation.post(
                                "/api/v1/shadows/{id}/drop",
                                "shadowDrop",
                                "Bỏ bản thử, không để lại gì",
                                "Ends a shadow and leaves nothing of it")
                        .audience(Audience.OPERATOR)
                        .with(ID)
                        .refuses(404)
                        .build(),
                Operation.post("/api/v1/shadows/{id}/pause", "shadowPause", "Tạm dừng", "Pauses a shadow")
                        .audience(Audience.OPERATOR)
                        .with(ID)
                        .refuses(404, 409)
                        .build(),
                Operation.post(
                                "/api/v1/shadows/{id}/resume",
                                "shadowResume",
                                "Chạy tiếp, cả khi đã ngừng vì lỗi",
                                "Resumes a shadow, also one that its failures stopped")
                        .audience(Audience.OPERATOR)
                        .with(ID)
                        .refuses(404, 409)
                        .build());
    }
}
