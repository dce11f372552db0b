package org.iochub.feed.internal.openapi;

import static org.iochub.feed.internal.openapi.Parameter.choice;
import static org.iochub.feed.internal.openapi.Shared.JSON;

import java.util.List;

/** The console's page, and signing in there. */
final class SessionOperations {

    private SessionOperations() {}

    static List<Operation> all() {
        return List.of(
                Operation.get(
                                "/",
                                "console",
                                "Trang quản trị; ?lang=en cho tiếng Anh",
                                "The web console; ?lang=en for English")
                        .audience(Audience.EVERYONE)
                        .with(choice("lang", List.of("vi", "en"), "Ngôn ngữ", "The language"))
                        .answers(200, "text/html")
                        .build(),
                Operation.get(
                                "/api/v1/session",
                                "session",
                                "Ai đang đăng nhập; trả lời cả khi chưa ai đăng nhập",
                                "Who is signed in; answers also when nobody is")
                        .audience(Audience.EVERYONE)
                        .build(),
                Operation.post(
                                "/api/v1/session",
                                "signIn",
                                "Đăng nhập bằng user và password, hoặc key; phiên nằm trong cookie, csrf gửi kèm ở X-CSRF-Token",
                                "Signs in with user and password, or key; the session is a cookie, csrf goes into X-CSRF-Token")
                        .audience(Audience.EVERYONE)
                        .takes(JSON)
                        .answers(201, JSON)
                        .refuses(400, 401, 429)
                        .build(),
                Operation.patch(
                                "/api/v1/session",
                                "sessionPersonal",
                                "Đổi mức xem dữ liệu cá nhân của phiên: none, masked; full chỉ dành cho người quản trị",
                                "Changes the session's level of personal data: none, masked; full for administrators only")
                        .takes(JSON)
                        .refuses(400, 401, 403, 409)
                        .build(),
                Operation.delete("/api/v1/session", "signOut", "Đăng xuất", "Signs out")
                        .answers(204)
                        .refuses(401, 403)
                        .build());
    }
}
