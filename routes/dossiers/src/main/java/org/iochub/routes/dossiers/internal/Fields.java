package org.iochub.routes.dossiers.internal;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.iochub.model.FaultException;
import org.iochub.model.text.VietnameseText;

/** The fields of one JSON object. Empty text and null count as absent. */
record Fields(JsonNode node, ZoneId zone) {
    Optional<String> text(String name) {
        JsonNode value = node.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return Optional.empty();
        }
        if (value.isContainerNode()) {
            throw wrongType(name, "một giá trị", "a single value");
        }
        return Optional.of(clean(name, value.asText())).filter(text -> !text.isEmpty());
    }

    private static String clean(String name, String written) {
        try {
            return VietnameseText.require(written).strip();
        } catch (FaultException e) {
            throw new FaultException(e.fault().within(name));
        }
    }

    String required(String name) {
        return text(name).orElseThrow(() -> missing(name));
    }

    Optional<OffsetDateTime> time(String name) {
        return text(name).map(text -> Moment.of(text, name, zone).at());
    }

    OffsetDateTime requiredTime(String name) {
        return time(name).orElseThrow(() -> missing(name));
    }

    /** A day without a time of day is due when it ends. */
    Optional<OffsetDateTime> due(String name) {
        return text(name).map(text -> Moment.of(text, name, zone).atEnd());
    }

    /** The objects of a list; a list that is not there has none. */
    List<Fields> list(String name) {
        List<Fields> list = new ArrayList<>();
        elements(name).forEach(element -> list.add(new Fields(element, zone)));
        return list;
    }

    JsonNode elements(String name) {
        JsonNode value = node.path(name);
        if (!value.isMissingNode() && !value.isNull() && !value.isArray()) {
            throw wrongType(name, "một danh sách", "a list");
        }
        return value;
    }

    private static FaultException missing(String name) {
        return FaultException.of(
                "missing-field",
                name,
                "Thiếu trường bắt buộc «" + name + "»; hãy bổ sung ở nguồn rồi gửi lại.",
                "The required field «" + name + "» is missing; add it at the source and send it again.");
    }

    private static FaultException wrongType(String name, String vi, String en) {
        return FaultException.of(
                "wrong-type",
                name,
                "Trường «" + name + "» phải là " + vi + "; hãy sửa ở nguồn rồi gửi lại.",
                "Field «" + name + "» must be " + en + "; mend it at the source and send it again.");
    }
}
