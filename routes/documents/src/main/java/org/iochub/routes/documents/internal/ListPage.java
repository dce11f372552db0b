package org.iochub.routes.documents.internal;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.iochub.model.FaultException;

/** A page of {@code receivedEdocs}. */
final class ListPage {
    private static final ObjectMapper JSON = new ObjectMapper();

    private ListPage() {}

    /**
     * The entries, earliest first.
     *
     * @param from for an entry without a time that is the first
     * @throws FaultException {@code not-json}, {@code missing-list}, {@code list-out-of-order}: the page is asked for
     *     again, nothing of it is taken
     */
    static List<ListEntry> read(byte[] body, Instant from) throws IOException {
        JsonNode json = tree(body);
        JsonNode list = json.isArray() ? json : json.path("data");
        if (!list.isArray()) {
            throw FaultException.of(
                    "missing-list",
                    "data",
                    "Danh sách văn bản của trục không có mảng «data»; hãy kiểm tra địa chỉ và phiên bản của trục.",
                    "The gateway's list has no array \"data\"; check its address and version.");
        }
        List<ListEntry> entries = new ArrayList<>();
        Instant last = from;
        for (JsonNode node : list) {
            Instant received = received(node).orElse(last);
            if (received.isBefore(last) && !entries.isEmpty()) {
                throw FaultException.of(
                        "list-out-of-order",
                        "receivedTime",
                        "Danh sách của trục không xếp theo thời điểm nhận tăng dần nên không đọc tiếp được; hãy yêu cầu"
                                + " đơn vị vận hành trục sửa thứ tự.",
                        "The gateway's list is not ordered by time of receipt, so that reading cannot go on; ask those"
                                + " who run it to mend the order.");
            }
            last = received;
            Optional<String> id =
                    Optional.of(node.path("id").asText("").strip()).filter(text -> !text.isEmpty());
            entries.add(new ListEntry(id, received, node.toString()));
        }
        return entries;
    }

    private static JsonNode tree(byte[] body) throws IOException {
        try {
            return JSON.readTree(body);
        } catch (JacksonException e) {
            throw FaultException.of(
                    "not-json",
                    "",
                    "Trục trả về nội dung không phải JSON trọn vẹn (có thể là trang đăng nhập hoặc bị cắt cụt); hãy kiểm"
                            + " tra địa chỉ, khóa truy cập và máy chủ.",
                    "The gateway answered with something that is not a whole JSON document (a sign-in page, perhaps, or"
                            + " cut off); check the address, the key and the server.");
        }
    }

    private static Optional<Instant> received(JsonNode node) {
        try {
            return Values.presentNotZero(node.path("receivedTime").asText(""))
                    .map(text -> EdxmlDates.time(text, "receivedTime").toInstant());
        } catch (FaultException e) {
            return Optional.empty();
        }
    }
}
