package org.iochub.routes.documents.internal;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Values as builders of edXML write them. */
final class Values {
    /** What stands for nothing where no field may be empty. */
    private static final Set<String> NOTHING = Set.of("", "n/a", "null", "na", "-");

    private Values() {}

    /** The text, unless it stands for nothing. */
    static Optional<String> present(String text) {
        String value = text.strip();
        return NOTHING.contains(value.toLowerCase(Locale.ROOT)) ? Optional.empty() : Optional.of(value);
    }

    /** The same where no real value is zero: numbers of documents, dates, ids. */
    static Optional<String> presentNotZero(String text) {
        return present(text).filter(value -> !value.equals("0"));
    }

    /** A content id without what manifests put around it: {@code cid:…}, {@code <…>}. */
    static String contentId(String text) {
        String id = text.strip();
        if (id.startsWith("<") && id.endsWith(">")) {
            id = id.substring(1, id.length() - 1);
        }
        return id.regionMatches(true, 0, "cid:", 0, 4) ? id.substring(4) : id;
    }
}
