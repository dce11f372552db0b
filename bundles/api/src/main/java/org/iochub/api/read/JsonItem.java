package org.iochub.api.read;

import com.fasterxml.jackson.databind.JsonNode;
import org.iochub.api.Change;
import org.iochub.api.RawPart;
import org.iochub.model.Fault;

/** What {@link JsonRecords} finds. */
public sealed interface JsonItem {
    /** Its exact text within the message, and its position: {@code data[3]}, {@code line 17}. */
    RawPart raw();

    /** An element that could be read. */
    record Element(JsonNode node, RawPart raw) implements JsonItem {}

    /** An element, or the rest of the document, that could not. */
    record Broken(Fault fault, RawPart raw) implements JsonItem {
        public Change refusal() {
            return new Change.Refusal(fault, raw);
        }
    }
}
