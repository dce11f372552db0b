package org.iochub.declarative.internal.fetch.http;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The header {@code Link} of RFC 8288. */
final class Links {
    private static final Pattern LINK =
            Pattern.compile("<([^>]*)>((?:\\s*;\\s*[\\w*!#$%&'+.^`|~-]+(?:\\s*=\\s*(?:\"[^\"]*\"|[^\\s\",;]+))?)*)");
    private static final Pattern REL =
            Pattern.compile(";\\s*rel\\s*=\\s*(?:\"([^\"]*)\"|([^\\s\",;]+))", Pattern.CASE_INSENSITIVE);

    private static final int LONGEST = 8 * 1024;

    private Links() {}

    /** The target of the first link whose relations have {@code next} among them. */
    static Optional<String> next(String header) {
        if (header.length() > LONGEST) {
            return Optional.empty();
        }
        Matcher link = LINK.matcher(header);
        while (link.find()) {
            Matcher rel = REL.matcher(link.group(2));
            if (rel.find()) {
                String relations = rel.group(1) == null ? rel.group(2) : rel.group(1);
                for (String relation : relations.trim().split("\\s+")) {
                    if (relation.equalsIgnoreCase("next")) {
                        return Optional.of(link.group(1));
                    }
                }
            }
        }
        return Optional.empty();
    }
}
