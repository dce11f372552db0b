package org.iochub.routes.urbansecurity.internal;

import java.util.List;
import java.util.Optional;
import org.iochub.api.read.SourceText;
import org.iochub.api.read.XmlElement;
import org.iochub.model.Fault;
import org.iochub.model.FaultException;

/** Reads fields of an alert. */
final class CapFields {
    private CapFields() {}

    /** @throws FaultException {@code missing-field} */
    static String required(XmlElement element, String field) {
        return element.text(field)
                .orElseThrow(() -> FaultException.of(
                        "missing-field",
                        field,
                        "Thiếu trường bắt buộc «" + field + "» trong cảnh báo; hãy bổ sung ở nguồn.",
                        "The alert lacks the required field \"" + field + "\"; add it at the source."));
    }

    /** Text for people, mended. */
    static Optional<String> text(XmlElement element, String field, List<Fault> notes) {
        return element.text(field)
                .map(text -> SourceText.mended(text, field, notes).strip())
                .filter(text -> !text.isEmpty());
    }
}
