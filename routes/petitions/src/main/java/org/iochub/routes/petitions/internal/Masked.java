package org.iochub.routes.petitions.internal;

import java.util.Locale;
import java.util.Optional;
import org.iochub.model.text.FreeTextMask;
import org.iochub.model.text.Nfc;

/** Free text without what tells who wrote it: numbers that identify people, and the sender's own name. */
final class Masked {
    private static final int SHORTEST_NAME = 4;

    private Masked() {}

    /** @param sender the name the source keeps beside the text; looked for and not kept */
    static String text(String text, Optional<String> sender) {
        String masked = FreeTextMask.mask(text);
        Optional<String> name = sender.map(Nfc::of).map(String::strip).filter(known -> known.length() >= SHORTEST_NAME);
        return name.isEmpty() ? masked : withoutName(masked, name.get());
    }

    private static String withoutName(String text, String name) {
        String haystack = text.toLowerCase(Locale.ROOT);
        String needle = name.toLowerCase(Locale.ROOT);
        if (haystack.length() != text.length()) {
            return text.replace(name, "***");
        }
        StringBuilder out = new StringBuilder();
        int from = 0;
        for (int at = haystack.indexOf(needle); at >= 0; at = haystack.indexOf(needle, from)) {
            out.append(text, from, at).append("***");
            from = at + needle.length();
        }
        return out.append(text.substring(from)).toString();
    }
}
