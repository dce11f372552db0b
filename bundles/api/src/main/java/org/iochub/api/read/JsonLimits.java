package org.iochub.api.read;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;

/**
 * How much of a document to hold at a time.
 *
 * @param elementBytes the largest element, in bytes
 * @param depth the deepest nesting within an element
 * @param stringLength the longest text, in characters
 */
public record JsonLimits(int elementBytes, int depth, int stringLength) {
    /** Elements of 1 MiB, 64 deep, texts of 256 Ki characters. */
    public static final JsonLimits DEFAULT = new JsonLimits(1 << 20, 64, 1 << 18);

    /** A parser factory that enforces the limits and refuses duplicate keys. */
    JsonFactory factory() {
        return JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(depth)
                        .maxStringLength(stringLength)
                        .maxNumberLength(100)
                        .maxNameLength(1_000)
                        .build())
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .build();
    }
}
