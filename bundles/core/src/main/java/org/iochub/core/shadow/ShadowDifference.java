package org.iochub.core.shadow;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.iochub.model.Fault;

/**
 * An example of a difference. Values of personal fields, and every value of a sensitive source, are left out.
 *
 * @param source the instance
 * @param type the record type; empty where the record did not come that far
 * @param record the record's id; empty of a refusal
 * @param message the message it came with
 * @param place where the message lies in the archive; empty when it does not
 * @param position where the record stands in its message
 * @param fields that differ
 * @param fault why one of the versions refuses it, or how the candidate failed
 */
public record ShadowDifference(
        String source,
        DifferenceKind kind,
        String type,
        String record,
        String message,
        Optional<String> place,
        Instant receivedAt,
        String position,
        List<Field> fields,
        Optional<Fault> fault) {
    /**
     * @param path the field, with {@code *} for elements of lists: {@code steps/*}{@code /org}; {@code @area}, {@code @version}, {@code @notes}, {@code @operation}, {@code @reason} for what is beside the content
     * @param place JSON pointer of the value: {@code /steps/2/org}; empty of what is beside the content
     * @param before what the running version gives; empty when it gives nothing or the value is not shown
     * @param after what the candidate gives
     * @param hidden whether the values are not shown
     */
    public record Field(String path, String place, Optional<String> before, Optional<String> after, boolean hidden) {}
}
