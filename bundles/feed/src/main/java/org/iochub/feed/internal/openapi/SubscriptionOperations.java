package org.iochub.feed.internal.openapi;

import static org.iochub.feed.internal.openapi.Parameter.header;
import static org.iochub.feed.internal.openapi.Parameter.path;
import static org.iochub.feed.internal.openapi.Parameter.text;
import static org.iochub.feed.internal.openapi.Shared.JSON;

import java.util.List;

/** Webhooks. */
final class SubscriptionOperations {
    private static final Parameter SUBSCRIPTION = path("id", "Mã đăng ký", "The subscription's id");
    private static final Parameter TOKEN = text("token", "Mã trong liên kết", "The token of the link");
    private static final Parameter ALLOWED_RATE =
            header("WebHook-Allowed-Rate", "Số lần gửi mỗi phút được phép", "How many deliveries a minute are allowed");

    private SubscriptionOperations() {}

    static List<Operation> all() {
        return List.of(
                Operation.get(
                                "/api/v1/subscriptions",
                                "subscriptions",
                                "Các đăng ký webhook của khóa này; quản trị viên thấy tất cả",
                                "The webhooks of this key; an administrator sees all")
                        .build(),
                Operation.post(
                                "/api/v1/subscriptions",
                                "createSubscription",
                                "Đăng ký webhook; bí mật của chữ ký chỉ hiện một lần",
                                "Makes a webhook; the secret of its signatures is shown once")
                        .takes(JSON)
                        .answers(201, JSON)
                        .refuses(400, 401, 403, 409, 410, 413, 415)
                        .build(),
                Operation.get(
                                "/api/v1/subscriptions/{id}",
                                "subscription",
                                "Một đăng ký và tình trạng gửi",
                                "A webhook and how its delivery stands")
                        .with(SUBSCRIPTION)
                        .refuses(404)
                        .build(),
                Operation.patch(
                                "/api/v1/subscriptions/{id}",
                                "changeSubscription",
                                "Sửa một đăng ký; mục không ghi giữ nguyên, bộ lọc ghi trọn",
                                "Changes a webhook; what is left out stays, a filter is given as a whole")
                        .with(SUBSCRIPTION)
                        .takes(JSON)
                        .refuses(400, 403, 404, 409, 410, 413, 415)
                        .build(),
                Operation.delete(
                                "/api/v1/subscriptions/{id}",
                                "deleteSubscription",
                                "Xóa một đăng ký",
                                "Deletes a webhook")
                        .with(SUBSCRIPTION)
                        .answers(204)
                        .refuses(404)
                        .build(),
                Operation.post(
                                "/api/v1/subscriptions/{id}/pause",
                                "pauseSubscription",
                                "Tạm dừng gửi",
                                "Pauses the delivery")
                        .with(SUBSCRIPTION)
                        .refuses(404, 409)
                        .build(),
                Operation.post(
                                "/api/v1/subscriptions/{id}/resume",
                                "resumeSubscription",
                                "Gửi tiếp từ chỗ đã dừng",
                                "Goes on where the delivery stopped")
                        .with(SUBSCRIPTION)
                        .refuses(404, 409)
                        .build(),
                Operation.post(
                                "/api/v1/subscriptions/{id}/rewind",
                                "rewindSubscription",
                                "Gửi lại từ sau một con trỏ",
                                "Delivers again what comes after a cursor")
                        .with(SUBSCRIPTION)
                        .with(text(
                                "after",
                                "Một con trỏ của hub, oldest hoặc newest",
                                "A cursor of the hub, oldest or newest"))
                        .refuses(400, 404, 409, 410)
                        .build(),
                Operation.post(
                                "/api/v1/subscriptions/{id}/secret",
                                "rotateSubscriptionSecret",
                                "Tạo bí mật mới; bí mật cũ còn ký song song trong overlapSeconds giây (mặc định một ngày)",
                                "Makes a new secret; the old one signs beside it for overlapSeconds (a day when absent)")
                        .with(SUBSCRIPTION)
                        .takes(JSON)
                        .refuses(400, 404, 409, 413)
                        .build(),
                Operation.get(
                                "/api/v1/subscriptions/{id}/grant",
                                "grantSubscription",
                                "Nơi nhận đồng ý, theo liên kết WebHook-Request-Callback",
                                "The receiver agrees, by the link of WebHook-Request-Callback")
                        .audience(Audience.EVERYONE)
                        .with(SUBSCRIPTION, TOKEN, ALLOWED_RATE)
                        .refuses(401)
                        .build(),
                Operation.post(
                                "/api/v1/subscriptions/{id}/grant",
                                "grantSubscriptionByPost",
                                "Nơi nhận đồng ý, theo liên kết WebHook-Request-Callback",
                                "The receiver agrees, by the link of WebHook-Request-Callback")
                        .audience(Audience.EVERYONE)
                        .with(SUBSCRIPTION, TOKEN, ALLOWED_RATE)
                        .refuses(401)
                        .build());
    }
}
