package org.iochub.routes.onlinemedia.internal;

import java.util.List;
import java.util.Optional;
import org.iochub.api.read.SourceText;
import org.iochub.model.Fault;

/** Text of one item, mended and without markup; what was mended more than trivially is noted. */
record CleanText(PlainText plain, List<Fault> notes) {
    /** The first of the fields that holds words; fields named {@code :plain} hold no markup. */
    Optional<String> text(FeedEntry entry, String... fields) {
        for (String field : fields) {
            Optional<String> found = entry.first(field)
                    .map(written -> SourceText.mended(written, field, notes))
                    .map(text -> field.endsWith(":plain") ? text.strip() : plain.of(text))
                    .filter(text -> !text.isEmpty());
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    Optional<String> text(String html, String field) {
        return Optional.of(plain.of(SourceText.mended(html, field, notes))).filter(text -> !text.isEmpty());
    }

    List<String> all(List<String> texts, String field) {
        return texts.stream()
                .flatMap(text -> text(text, field).stream())
                .distinct()
                .toList();
    }
}
