package org.iochub.shadow.internal;

import java.util.Map;
import java.util.Optional;
import org.iochub.core.difference.Content;
import org.iochub.core.difference.RecordComparison;
import org.iochub.model.Fault;

/**
 * One thing that a version says about a message, in a form that can be compared.
 *
 * @param key what it is about: equal in both versions for the same record; empty of a refusal, which is about a place only
 * @param type the record type; empty of a refusal that says none
 * @param record the record's id; empty of a refusal
 * @param position where it stands in the message
 * @param written its content; empty of what has none, such as a deletion
 * @param beside what is beside the content, under names with an {@code @}
 * @param refusal why it is refused
 */
record Item(
        String key,
        String type,
        String record,
        String position,
        Optional<Written> written,
        Map<String, String> beside,
        Optional<Fault> refusal) {
    /** A record's content and what compares it. */
    record Written(Content content, RecordComparison comparison) {}

    boolean refused() {
        return refusal.isPresent();
    }
}
