package org.iochub.routes.onlinemedia.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An item of a feed as it was written, before anybody judged it. */
final class FeedEntry {
    private final Map<String, String> texts = new LinkedHashMap<>();
    private final List<String> categories = new ArrayList<>();

    /** The first one counts. */
    void text(String field, String value) {
        texts.putIfAbsent(field, value);
    }

    void category(String value) {
        categories.add(value);
    }

    /** The first of the fields that is not blank. */
    Optional<String> first(String... fields) {
        for (String field : fields) {
            String value = texts.get(field);
            if (value != null && !value.isBlank()) {
                return Optional.of(value.strip());
            }
        }
        return Optional.empty();
    }

    /** The name of the first of the fields that is not blank, else of the first one. */
    String nameOfFirst(String... fields) {
        for (String field : fields) {
            if (first(field).isPresent()) {
                return field;
            }
        }
        return fields[0];
    }

    List<String> categories() {
        return List.copyOf(categories);
    }
}
