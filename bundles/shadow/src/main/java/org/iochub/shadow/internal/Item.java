package org.iochub.shadow.internal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.iochub.model.Fault;

/**
 * One thing that a version says about a message, in a form that can be compared.
 *
 * @param key what it is about: equal in both versions for the same record; empty of a refusal, which is about a place only
 * @param type the record type; empty of a refusal that says none
 * @param record the record's id; empty of a refusal
 * @param position where it stands in the message
 * @param content as JSON, with what is beside the record's fields under names with an {@code @}
 * @param shown what of it nobody's data is in
 * @param refusal why it is refused
 */
record Item(
        String key,
        String type,
        String record,
        String position,
        ObjectNode content,
        ObjectNode shown,
        Optional<Fault> refusal) {
    boolean refused() {
        return refusal.isPresent();
    }
}
