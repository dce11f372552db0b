package org.iochub.routes.petitions.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.iochub.api.read.SourceText;
import org.iochub.model.Fault;
import org.iochub.model.FaultException;

/**
 * One {@code PhanAnh} as it came: the text of its elements by name. Blank and absent are the same.
 *
 * @param number its place on the page, from 1
 * @param values of each name, in the order they came; those of {@code NguoiGui} as {@code NguoiGui.HoTen}
 */
record Petition(int number, Map<String, List<String>> values) {
    /**
     * The text, mended.
     *
     * @throws FaultException {@code broken-text}, {@code unknown-encoding}
     */
    Optional<String> text(String field, List<Fault> notes) {
        return all(field).stream()
                .findFirst()
                .map(text -> SourceText.mended(text, field, notes).strip())
                .filter(text -> !text.isEmpty());
    }

    /**
     * @throws FaultException {@code missing-field}, and those of {@link #text}
     */
    String required(String field, List<Fault> notes) {
        return text(field, notes)
                .orElseThrow(() -> FaultException.of(
                        "missing-field",
                        field,
                        "Thiếu phần tử bắt buộc «" + field + "»; hãy bổ sung ở nguồn.",
                        "The required element \"" + field + "\" is missing; add it at the source."));
    }

    List<String> all(String field) {
        return values.getOrDefault(field, List.of());
    }

    /** The whole as lines of text, for quarantine. */
    String raw() {
        List<String> lines = new ArrayList<>();
        values.forEach((name, texts) -> texts.forEach(text -> lines.add(name + ": " + text)));
        return String.join("\n", lines);
    }
}
