package org.iochub.routes.traffic.internal;

import com.fasterxml.jackson.databind.JsonNode;
import org.iochub.api.read.Shown;
import org.iochub.model.FaultException;

/** Reads fields of a camera's message. */
final class Fields {
    private Fields() {}

    /** @throws FaultException {@code missing-field}, {@code wrong-type} */
    static String text(JsonNode node, String field) {
        JsonNode value = node.path(field);
        if (value.isMissingNode()
                || value.isNull()
                || value.isTextual() && value.asText().isBlank()) {
            throw FaultException.of(
                    "missing-field",
                    field,
                    "Thiếu trường bắt buộc «" + field + "»; hãy bổ sung ở nguồn.",
                    "The required field \"" + field + "\" is missing; add it at the source.");
        }
        if (!value.isTextual()) {
            throw wrong(field, "chữ", "text");
        }
        return value.asText().strip();
    }

    static FaultException wrong(String field, String vi, String en) {
        return FaultException.of(
                "wrong-type",
                field,
                (field.isEmpty() ? "Thông điệp" : "Trường «" + field + "»") + " phải là " + vi + "; hãy sửa ở nguồn.",
                (field.isEmpty() ? "The message" : "The field \"" + field + "\"") + " must be " + en
                        + "; mend it at the source.");
    }

    static FaultException impossible(String field, String value, String vi, String en) {
        return FaultException.of(
                "impossible-value",
                field,
                "Giá trị " + Shown.of(value) + " ở «" + field + "» không thể có (" + vi + "); hãy kiểm tra thiết bị.",
                "The value " + Shown.of(value) + " in \"" + field + "\" cannot be (" + en + "); check the device.");
    }
}
