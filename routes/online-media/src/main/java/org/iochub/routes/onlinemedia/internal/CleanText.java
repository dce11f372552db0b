package org.iochub.routes.onlinemedia.internal;

import java.util.List;
import java.util.Optional;
import org.iochub.model.Fault;
import org.iochub.model.FaultException;
import org.iochub.model.text.VietnameseText;
import org.iochub.model.text.VietnameseText.Result;
import org.iochub.model.text.VietnameseText.Step;

/** Text of one item, mended and without markup; what was mended more than trivially is noted. */
record CleanText(PlainText plain, List<Fault> notes) {
    /** The first of the fields that holds words; fields named {@code :plain} hold no markup. */
    Optional<String> text(FeedEntry entry, String... fields) {
        for (String field : fields) {
            Optional<String> found = entry.first(field)
                    .map(written -> mended(written, field))
                    .map(text -> field.endsWith(":plain") ? text.strip() : plain.of(text))
                    .filter(text -> !text.isEmpty());
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    Optional<String> text(String html, String field) {
        return Optional.of(plain.of(mended(html, field))).filter(text -> !text.isEmpty());
    }

    List<String> all(List<String> texts, String field) {
        return texts.stream()
                .flatMap(text -> text(text, field).stream())
                .distinct()
                .toList();
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
