package org.iochub.routes.citizenlink.internal;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import org.iochub.api.read.SourceText;
import org.iochub.model.Fault;
import org.iochub.model.FaultException;

/** Reads the fields of one event as text, mended; null, absent and blank are the same. */
record EventFields(JsonNode node, List<Fault> notes) {
    /**
     * @throws FaultException {@code wrong-type}, {@code broken-text}, {@code unknown-encoding}
     */
    Optional<String> text(String field) {
        JsonNode value = node.path(field);
        if (value.isMissingNode() || value.isNull()) {
            return Optional.empty();
        }
        if (value.isContainerNode()) {
            throw FaultException.of(
                    "wrong-type",
                    field,
                    "Trường «" + field + "» phải là chữ hoặc số, không phải danh sách hay đối tượng.",
                    "The field \"" + field + "\" must be text or a number, not a list or an object.");
        }
        return Optional.of(SourceText.mended(value.asText(), field, notes).strip())
                .filter(text -> !text.isEmpty());
    }

    /**
     * @throws FaultException {@code missing-field}, and those of {@link #text(String)}
     */
    String required(String field) {
        return text(field)
                .orElseThrow(() -> FaultException.of(
                        "missing-field",
                        field,
                        "Thiếu trường bắt buộc «" + field + "»; hãy bổ sung ở nguồn.",
                        "The required field \"" + field + "\" is missing; add it at the source."));
    }
}
