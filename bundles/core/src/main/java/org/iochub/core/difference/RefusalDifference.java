package org.iochub.core.difference;

import java.util.List;

/**
 * Records that only one of the two took, or neither.
 *
 * @param kind {@link DifferenceKind#REFUSED_BEFORE}, {@link DifferenceKind#REFUSED_AFTER} or
 *     {@link DifferenceKind#REFUSED_BOTH}
 * @param code why: the fault's code
 * @param examples where they stand: message and position; no content
 */
public record RefusalDifference(DifferenceKind kind, String code, long records, List<String> examples) {
    public RefusalDifference {
        examples = List.copyOf(examples);
    }
}
