package org.iochub.delivery.internal.tap;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.iochub.core.log.LoggedRecord;

/** Where an event goes: {@code {type}}, {@code {major}}, {@code {tenant}} and {@code {source}} stand for the record's own. */
record TopicTemplate(String text) {
    private static final Pattern PLACE = Pattern.compile("\\{(\\w*)}");

    static TopicTemplate of(String text, String kind) {
        Matcher places = PLACE.matcher(text);
        while (places.find()) {
            if (!places.group(1).matches("type|major|tenant|source")) {
                throw TapSettings.bad(
                        "topic",
                        "chỉ dùng được {type}, {major}, {tenant}, {source}",
                        "only {type}, {major}, {tenant} and {source} can stand in it");
            }
        }
        String rest = PLACE.matcher(text).replaceAll("x");
        boolean good = kind.equals("kafka")
                ? rest.matches("[A-Za-z0-9._-]{1,200}")
                : rest.matches("[^+#$\\s][^+#\\x00]{0,200}");
        if (!good) {
            throw TapSettings.bad("topic", "không phải tên chủ đề của " + kind, "is no name of a topic of " + kind);
        }
        return new TopicTemplate(text);
    }

    String of(LoggedRecord record) {
        return text.replace("{type}", record.type())
                .replace("{major}", Integer.toString(record.major()))
                .replace("{tenant}", record.tenant())
                .replace("{source}", record.source());
    }
}
