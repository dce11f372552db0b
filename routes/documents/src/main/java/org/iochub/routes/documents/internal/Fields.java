package org.iochub.routes.documents.internal;

import java.util.List;
import java.util.Optional;
import org.iochub.api.read.SourceText;
import org.iochub.model.Fault;
import org.iochub.model.FaultException;
import org.iochub.model.text.Nfc;

/** Reads fields of an envelope; absent, blank and {@code N/A} are the same. */
final class Fields {
    private Fields() {}

    /** A code or id, in NFC. */
    static Optional<String> text(XmlNode node, String... path) {
        return node.at(path).map(XmlNode::text).flatMap(Values::present).map(Nfc::of);
    }

    /** The same where 0 means none too: dates, types. */
    static Optional<String> notZero(XmlNode node, String... path) {
        return text(node, path).flatMap(Values::presentNotZero);
    }

    /**
     * @throws FaultException {@code missing-field}
     */
    static String required(XmlNode node, String... path) {
        return text(node, path).flatMap(Values::presentNotZero).orElseThrow(() -> missing(String.join(".", path)));
    }

    /**
     * Text for people, mended.
     *
     * @throws FaultException {@code broken-text}, {@code unknown-encoding}
     */
    static Optional<String> prose(XmlNode node, List<Fault> notes, String... path) {
        return node.at(path)
                .map(XmlNode::text)
                .flatMap(Values::present)
                .map(text ->
                        SourceText.mended(text, String.join(".", path), notes).strip())
                .filter(text -> !text.isEmpty());
    }

    /** Number and notation: an element {@code Code} with two parts, or with the whole as its text. */
    static Optional<DocumentCode> code(XmlNode node) {
        return node.at("Code")
                .flatMap(code -> code.children().isEmpty()
                        ? Values.presentNotZero(code.text()).flatMap(DocumentCode::parse)
                        : DocumentCode.of(text(code, "CodeNumber"), text(code, "CodeNotation")));
    }

    static FaultException missing(String field) {
        return FaultException.of(
                "missing-field",
                field,
                "Thiếu trường bắt buộc «" + field + "» (trống, N/A hoặc 0); hãy bổ sung ở nguồn.",
                "The required field \"" + field + "\" is missing (empty, N/A or 0); add it at the source.");
    }
}
