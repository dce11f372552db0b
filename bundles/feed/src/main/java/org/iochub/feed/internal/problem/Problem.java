package org.iochub.feed.internal.problem;

import java.util.LinkedHashMap;
import java.util.Map;
import org.iochub.model.Text;

/**
 * What went wrong with a request, as RFC 9457 tells it.
 *
 * @param code kebab-case; the end of the problem's type
 * @param detail says what to do
 * @param members further members of the document
 * @param headers of the response
 */
public record Problem(int status, String code, Text detail, Map<String, Object> members, Map<String, String> headers) {
    public static final String MEDIA_TYPE = "application/problem+json";

    public static Problem of(int status, String code, String vi, String en) {
        return new Problem(status, code, Text.of(vi, en), Map.of(), Map.of());
    }

    public Problem with(String member, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(members);
        more.put(member, value);
        return new Problem(status, code, detail, more, headers);
    }

    public Problem header(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Problem(status, code, detail, members, more);
    }

    public ProblemException raised() {
        return new ProblemException(this);
    }

    /** The document, in the order people read it. */
    public Map<String, Object> document() {
        Text title = title(status);
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("type", "urn:iochub:problem:" + code);
        document.put("title", title.vi());
        document.put("title_en", title.en());
        document.put("status", status);
        document.put("detail", detail.vi());
        document.put("detail_en", detail.en());
        document.putAll(members);
        return document;
    }

    private static Text title(int status) {
        return switch (status) {
            case 400 -> Text.of("Yêu cầu chưa đúng", "Bad request");
            case 401 -> Text.of("Chưa xác thực", "Not authenticated");
            case 403 -> Text.of("Không được phép", "Not allowed");
            case 404 -> Text.of("Không tìm thấy", "Not found");
            case 405 -> Text.of("Phương thức không được hỗ trợ", "Method not allowed");
            case 406 -> Text.of("Không có định dạng được yêu cầu", "Not acceptable");
            case 409 -> Text.of("Xung đột với trạng thái hiện tại", "Conflict");
            case 410 -> Text.of("Con trỏ không còn dùng được", "Cursor is gone");
            case 413 -> Text.of("Nội dung quá lớn", "Content too large");
            case 414 -> Text.of("Địa chỉ quá dài", "Address too long");
            case 415 -> Text.of("Kiểu nội dung không được hỗ trợ", "Unsupported media type");
            case 422 -> Text.of("Nội dung không được chấp nhận", "Content refused");
            case 429 -> Text.of("Quá nhiều yêu cầu", "Too many requests");
            case 503 -> Text.of("Tạm thời chưa phục vụ được", "Temporarily unavailable");
            default ->
                status < 500
                        ? Text.of("Yêu cầu không thực hiện được", "Request failed")
                        : Text.of("Lỗi của hệ thống", "Server error");
        };
    }
}
