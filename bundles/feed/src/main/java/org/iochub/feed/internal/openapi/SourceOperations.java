package org.iochub.feed.internal.openapi;

import static org.iochub.feed.internal.openapi.Parameter.formatted;
import static org.iochub.feed.internal.openapi.Parameter.header;
import static org.iochub.feed.internal.openapi.Parameter.integer;
import static org.iochub.feed.internal.openapi.Parameter.path;
import static org.iochub.feed.internal.openapi.Parameter.text;

import java.util.List;

/** Sources, their messages and their archive; where sources push to. */
final class SourceOperations {

    private SourceOperations() {}

    static List<Operation> all() {
        return List.of(
                Operation.get("/api/v1/sources", "sources", "Tình trạng các nguồn", "Status of the sources")
                        .build(),
                Operation.get("/api/v1/sources/{id}", "source", "Tình trạng một nguồn", "Status of one source")
                        .with(path("id", "Mã nguồn", "The source's id"))
                        .refuses(404)
                        .build(),
                Operation.get(
                                "/api/v1/sources/{id}/messages/{message}",
                                "message",
                                "Một bản tin và các bản ghi mà nó tạo ra",
                                "A message and the records that it made")
                        .with(
                                path("id", "Mã nguồn", "The source's id"),
                                path(
                                        "message",
                                        "Mã bản tin như trong nguồn gốc của bản ghi, mã hóa phần trăm",
                                        "The message's id as a record's lineage has it, percent-encoded"))
                        .with(
                                text("after", "Chỉ các phiên bản sau phiên bản này", "Versions after this one only"),
                                integer(
                                        "limit",
                                        1,
                                        10_000,
                                        "Số phiên bản tối đa, mặc định 500",
                                        "Versions at most, 500 when absent"))
                        .refuses(400, 404)
                        .build(),
                Operation.get(
                                "/api/v1/sources/{id}/archive",
                                "archive",
                                "Các bản tin của một nguồn như khi nhận, theo thứ tự đến; damages: phần không còn đọc được",
                                "A source's raw messages in order of arrival; damages: what cannot be read any more")
                        .with(path("id", "Mã nguồn", "The source's id"))
                        .with(
                                formatted("from", "date-time", "Nhận từ thời điểm này", "Received at or after this"),
                                formatted("until", "date-time", "Nhận trước thời điểm này", "Received before this"),
                                text("after", "Chỉ sau chỗ này", "Behind this place only"),
                                integer(
                                        "limit",
                                        1,
                                        1_000,
                                        "Số bản tin tối đa, mặc định 100",
                                        "Messages at most, 100 when absent"))
                        .refuses(400, 404)
                        .build(),
                Operation.get(
                                "/api/v1/sources/{id}/archive/{place}",
                                "archived",
                                "Một bản tin trong kho bản gốc",
                                "One archived message")
                        .with(
                                path("id", "Mã nguồn", "The source's id"),
                                path("place", "Chỗ trong kho", "The place in the archive"))
                        .refuses(404)
                        .build(),
                Operation.get(
                                "/api/v1/sources/{id}/archive/{place}/raw",
                                "archivedRaw",
                                "Nội dung bản tin đúng như khi nhận; cần quyền quản trị và mức dữ liệu cá nhân full",
                                "The message's bytes as they came; takes the grant admin and personal level full")
                        .with(
                                path("id", "Mã nguồn", "The source's id"),
                                path("place", "Chỗ trong kho", "The place in the archive"))
                        .answers(200, "application/octet-stream")
                        .refuses(403, 404)
                        .build(),
                Operation.post(
                                "/api/v1/ingest/{source}",
                                "ingest",
                                "Nguồn đẩy một bản tin vào hub; trả lời khi đã lưu bền vững",
                                "A source pushes a message; answered once it is durable")
                        .with(
                                path("source", "Mã nguồn", "The source's id"),
                                header(
                                        "Idempotency-Key",
                                        "Tên của bản tin: gửi lại cùng tên không tạo bản ghi mới",
                                        "The message's name: sent again, it changes nothing"))
                        .takes("*/*")
                        .refuses(400, 401, 403, 404, 409, 413, 429, 503)
                        .build());
    }
}
