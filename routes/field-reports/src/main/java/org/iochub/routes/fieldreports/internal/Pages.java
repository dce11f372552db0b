package org.iochub.routes.fieldreports.internal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.iochub.api.RawMessage;
import org.iochub.api.poll.Page;
import org.iochub.api.read.IsoTimes;
import org.iochub.api.read.JsonItem;
import org.iochub.model.FaultException;

/** What paging needs to know of a page of service requests. */
final class Pages {
    private record Body(byte[] bytes) implements RawMessage {
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

    private Pages() {}

    /**
     * @throws FaultException {@code not-json} when the body is not a whole JSON document: such a page is asked for again,
     *     not delivered
     */
    static Page read(byte[] body, IsoTimes times) throws IOException {
        if (!whole(body)) {
            throw notJson();
        }
        Map<String, Instant> updated = new HashMap<>();
        int[] elements = {0};
        try (Stream<JsonItem> items = ServiceRequests.in(new Body(body))) {
            items.forEach(item -> {
                elements[0]++;
                if (item instanceof JsonItem.Element element) {
                    put(new ReportFields(element.node(), new ArrayList<>()), times, updated);
                }
            });
        }
        return Page.of(body, elements[0], updated);
    }

    /** What the normaliser refuses does not hold up the paging. */
    private static void put(ReportFields fields, IsoTimes times, Map<String, Instant> updated) {
        try {
            fields.text("updated_datetime")
                    .or(() -> fields.text("requested_datetime"))
                    .map(text -> times.read(text, "updated_datetime").time().toInstant())
                    .ifPresent(at -> updated.put(fields.required("service_request_id"), at));
        } catch (FaultException e) {
            // Not known to the paging; the record goes to quarantine by way of the normaliser.
        }
    }

    private static boolean whole(byte[] body) {
        String text = new String(body, StandardCharsets.UTF_8).strip();
        return text.startsWith("[") && text.endsWith("]")
                || text.startsWith("{") && text.endsWith("}")
                || text.startsWith("\uFEFF[") && text.endsWith("]");
    }

    private static FaultException notJson() {
        return FaultException.of(
                "not-json",
                "",
                "Nguồn trả về nội dung không phải JSON trọn vẹn (có thể là trang đăng nhập hoặc bị cắt cụt); hãy kiểm"
                        + " tra địa chỉ, khóa truy cập và máy chủ nguồn.",
                "The source answered with something that is not a whole JSON document (a sign-in page, perhaps, or cut"
                        + " off); check the address, the key and the server.");
    }
}
