package org.iochub.core.tenant;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Finds mail addresses in what an authority's file says of its people. Pure. */
public final class MailAddresses {
    private static final Pattern MAIL = Pattern.compile("[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(?:\\.[A-Za-z0-9-]+)+");

    private MailAddresses() {}

    /** Each once, in order. */
    public static List<String> in(Iterable<String> texts) {
        return java.util.stream.StreamSupport.stream(texts.spliterator(), false)
                .flatMap(text -> MAIL.matcher(text).results().map(MatchResult::group))
                .distinct()
                .toList();
    }
}
