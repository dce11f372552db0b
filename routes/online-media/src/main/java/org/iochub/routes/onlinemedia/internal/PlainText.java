package org.iochub.routes.onlinemedia.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes the words out of HTML: no tags, no scripts, no entities, single spaces. */
final class PlainText {
    private static final Pattern UNSEEN =
            Pattern.compile("(?is)<!--.*?(?:-->|\\z)|<(script|style|iframe|object)\\b[^>]*>.*?(?:</\\1\\s*>|\\z)");
    private static final Pattern TAG = Pattern.compile("</?[a-zA-Z][^>]*(?:>|\\z)|<![^>]*>");
    private static final Pattern ENTITY =
            Pattern.compile("&(?:#(\\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([a-zA-Z0-9]{2,10}));");
    private static final Pattern SPACES = Pattern.compile("[\\s\\u00A0]+");

    private final Map<String, String> entities;

    PlainText() {
        this.entities = entities();
    }

    String of(String html) {
        String text = UNSEEN.matcher(html).replaceAll(" ");
        text = TAG.matcher(text).replaceAll(" ");
        text = ENTITY.matcher(text).replaceAll(match -> Matcher.quoteReplacement(character(match.group(), match)));
        return SPACES.matcher(text).replaceAll(" ").strip();
    }

    /** What an entity stands for; itself when nobody knows. */
    private String character(String written, java.util.regex.MatchResult match) {
        if (match.group(3) != null) {
            return Optional.ofNullable(entities.get(match.group(3))).orElse(written);
        }
        int code = match.group(1) != null ? Integer.parseInt(match.group(1)) : Integer.parseInt(match.group(2), 16);
        boolean character = Character.isValidCodePoint(code) && Character.getType(code) != Character.SURROGATE;
        return character && code >= 0x20 ? Character.toString(code) : " ";
    }

    private static Map<String, String> entities() {
        Properties listed = new Properties();
        try (InputStream in = PlainText.class.getResourceAsStream("html-entities.properties")) {
            listed.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, String> entities = new HashMap<>();
        listed.forEach((name, code) -> entities.put(
                name.toString(),
                Character.toString(Integer.parseInt(code.toString().strip()))));
        return Map.copyOf(entities);
    }
}
