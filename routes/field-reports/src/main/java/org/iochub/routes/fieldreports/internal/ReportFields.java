package org.iochub.routes.fieldreports.internal;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import org.iochub.model.Fault;
import org.iochub.model.FaultException;
import org.iochub.model.text.VietnameseText;
import org.iochub.model.text.VietnameseText.Result;
import org.iochub.model.text.VietnameseText.Step;

/** Reads the fields of one service request as text, mended; null, absent and blank are the same. */
record ReportFields(JsonNode node, List<Fault> notes) {
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
        return Optional.of(mended(value.asText(), field).strip()).filter(text -> !text.isEmpty());
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

    private String mended(String text, String field) {
        Result result = VietnameseText.clean(text);
        if (result instanceof Result.Refused refused) {
            throw new FaultException(refused.fault().within(field));
        }
        Result.Clean clean = (Result.Clean) result;
        boolean trivial =
                clean.steps().stream().allMatch(step -> step == Step.NFC_COMPOSED || step == Step.INVISIBLE_REMOVED);
        if (!trivial) {
            notes.add(Fault.of(
                    "text-repaired",
                    field,
                    "Chữ ở «" + field + "» bị sai bảng mã và đã được sửa lại.",
                    "The text in \"" + field + "\" was in a wrong encoding and has been mended."));
        }
        return clean.text();
    }
}
