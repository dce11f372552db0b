package org.iochub.api.poll;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.Map;
import org.iochub.api.RawMessage;
import org.iochub.model.FaultException;

/** A JSON answer in memory, to be looked through for paging with the readers that the normaliser uses. */
public final class JsonBody implements RawMessage {
    private final byte[] bytes;

    private JsonBody(byte[] bytes) {
        this.bytes = bytes;
    }

    /**
     * @throws FaultException {@code not-json} when the body is not a whole JSON document: such a page is asked for again,
     *     not delivered
     */
    public static JsonBody whole(byte[] body) {
        String text = new String(body, StandardCharsets.UTF_8)
                .replaceFirst("^\uFEFF", "")
                .strip();
        if (text.startsWith("[") && text.endsWith("]") || text.startsWith("{") && text.endsWith("}")) {
            return new JsonBody(body);
        }
        throw FaultException.of(
                "not-json",
                "",
                "Nguồn trả về nội dung không phải JSON trọn vẹn (có thể là trang đăng nhập hoặc bị cắt cụt); hãy kiểm"
                        + " tra địa chỉ, khóa truy cập và máy chủ nguồn.",
                "The source answered with something that is not a whole JSON document (a sign-in page, perhaps, or cut"
                        + " off); check the address, the key and the server.");
    }

    @Override
    public String id() {
        return "page";
    }

    @Override
    public String name() {
        return "page";
    }

    @Override
    public long size() {
        return bytes.length;
    }

    @Override
    public OffsetDateTime receivedAt() {
        return OffsetDateTime.MIN;
    }

    @Override
    public Map<String, String> attributes() {
        return Map.of();
    }

    @Override
    public InputStream open() {
        return new ByteArrayInputStream(bytes);
    }
}
