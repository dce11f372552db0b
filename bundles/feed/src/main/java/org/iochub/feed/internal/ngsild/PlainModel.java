package org.iochub.feed.internal.ngsild;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** Records that no published model fits, under the hub's own type: {@code media-item} is a {@code MediaItem}. */
record PlainModel(String recordType) implements EntityModel {
    @Override
    public String name() {
        return Arrays.stream(recordType.split("-"))
                .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
                .collect(Collectors.joining());
    }

    @Override
    public String iri() {
        return "urn:iochub:type:" + recordType;
    }

    @Override
    public void fill(Draft draft) {
        // All fields go under their own names.
    }
}
