package org.iochub.feed.internal.openapi;

import static org.iochub.feed.internal.openapi.Parameter.flag;
import static org.iochub.feed.internal.openapi.Parameter.formatted;
import static org.iochub.feed.internal.openapi.Parameter.integer;
import static org.iochub.feed.internal.openapi.Parameter.path;
import static org.iochub.feed.internal.openapi.Parameter.text;
import static org.iochub.feed.internal.openapi.Shared.JSON;

import java.util.List;

/** Deployments, keys, the audit trail. */
final class AdministrationOperations {

    private AdministrationOperations() {}

    static List<Operation> all() {
        return List.of(
                Operation.get(
                                "/api/v1/deployments",
                                "deployments",
                                "Kết quả triển khai các tệp",
                                "The verdict on every deployed file")
                        .audience(Audience.OPERATOR)
                        .build(),
                Operation.post(
                                "/api/v1/deployments",
                                "deploy",
                                "Triển khai một tệp (.jar, .kar, .yaml)",
                                "Deploys a file (.jar, .kar, .yaml)")
                        .audience(Audience.OPERATOR)
                        .with(text("file", "Tên tệp", "The file's name"))
                        .with(text(
                                "dryRun",
                                "true: chỉ nói trước điều sẽ xảy ra, không thay đổi gì, trả lời 200",
                                "true: only says what would happen, changes nothing, answers 200"))
                        .takes("application/octet-stream")
                        .answers(201, JSON)
                        .refuses(400, 413, 422)
                        .build(),
                Operation.get("/api/v1/keys", "keys", "Các khóa truy cập", "The access keys")
                        .audience(Audience.ADMIN)
                        .build(),
                Operation.post(
                                "/api/v1/keys",
                                "createKey",
                                "Tạo khóa; giá trị chỉ hiện một lần",
                                "Makes a key; its value is shown once")
                        .audience(Audience.ADMIN)
                        .takes(JSON)
                        .answers(201, JSON)
                        .refuses(400, 415)
                        .build(),
                Operation.post(
                                "/api/v1/keys/{id}/rotate",
                                "rotateKey",
                                "Thay một khóa: khóa mới có cùng quyền, khóa cũ còn dùng được thêm một thời gian",
                                "Replaces a key: the new one has the same rights, the old one ends after an overlap")
                        .audience(Audience.ADMIN)
                        .with(path("id", "Mã khóa", "The key's id"))
                        .with(integer(
                                "overlap",
                                0,
                                24 * 90,
                                "Số giờ khóa cũ còn dùng được, mặc định 24",
                                "Hours for which the old key stays usable, 24 when absent"))
                        .answers(201, JSON)
                        .refuses(400, 404)
                        .build(),
                Operation.delete("/api/v1/keys/{id}", "revokeKey", "Thu hồi một khóa", "Revokes a key")
                        .audience(Audience.ADMIN)
                        .with(path("id", "Mã khóa", "The key's id"))
                        .answers(204)
                        .refuses(404)
                        .build(),
                Operation.get(
                                "/api/v1/audit",
                                "audit",
                                "Nhật ký truy cập và thay đổi, mới nhất trước; verify=true kiểm tra tính toàn vẹn",
                                "The audit trail, newest first; verify=true checks its chain")
                        .audience(Audience.ADMIN)
                        .with(
                                text("actor", "Người thực hiện", "Who did it"),
                                text("action", "Hành động", "What was done"),
                                text("target", "Đối tượng", "What it was done to"),
                                formatted("since", "date-time", "Từ thời điểm này", "At or after this time"),
                                formatted("until", "date-time", "Trước thời điểm này", "Before this time"),
                                integer(
                                        "before",
                                        1,
                                        Integer.MAX_VALUE,
                                        "Chỉ mục nhỏ hơn số này",
                                        "Smaller numbers only"),
                                integer(
                                        "limit",
                                        1,
                                        10_000,
                                        "Số mục tối đa, mặc định 100",
                                        "Entries at most, 100 when absent"),
                                flag("verify", "Kiểm tra chuỗi băm", "Check the chain of hashes"))
                        .refuses(400, 401, 403)
                        .build());
    }
}
