package org.iochub.api.read;

import java.util.List;
import java.util.Set;
import org.iochub.model.Fault;
import org.iochub.model.FaultException;
import org.iochub.model.text.VietnameseText;
import org.iochub.model.text.VietnameseText.Result;
import org.iochub.model.text.VietnameseText.Step;

/** Text as a source gave it. */
public final class SourceText {
    /** Changes that nobody needs to hear about. */
    private static final Set<Step> TRIVIAL = Set.of(Step.NFC_COMPOSED, Step.INVISIBLE_REMOVED);

    private SourceText() {}

    /**
     * The text, mended; {@code notes} hear of it when its encoding was wrong.
     *
     * @param field where it stands, for the note and the fault
     * @throws FaultException {@code broken-text}, {@code unknown-encoding}
     */
    public static String mended(String text, String field, List<Fault> notes) {
        Result result = VietnameseText.clean(text);
        if (result instanceof Result.Refused refused) {
            throw new FaultException(refused.fault().within(field));
        }
        Result.Clean clean = (Result.Clean) result;
        if (!TRIVIAL.containsAll(clean.steps())) {
            notes.add(Fault.of(
                    "text-repaired",
                    field,
                    "Chữ ở «" + field + "» bị sai bảng mã và đã được sửa lại.",
                    "The text in \"" + field + "\" was in a wrong encoding and has been mended."));
        }
        return clean.text();
    }
}
