package org.iochub.declarative.internal.fetch.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.iochub.declarative.internal.fetch.Fill;
import org.iochub.declarative.internal.fetch.Options;
import org.iochub.declarative.internal.fetch.Template;

/**
 * How a source knows who asks. Immutable.
 *
 * @param settings the keys it is filled from, for people
 */
public record Auth(Kind kind, Map<String, Template> values, Optional<OAuth> oauth, String settings) {
    /** Ways to say who one is. */
    public enum Kind {
        NONE,
        BASIC,
        BEARER,
        HEADER,
        QUERY,
        OAUTH2
    }

    private static final Pattern SLOT = Pattern.compile("\\{\\{\\s*([A-Za-z0-9-]+)\\s*}}");

    static final Auth NONE = new Auth(Kind.NONE, Map.of(), Optional.empty(), "");

    public static Auth of(Options options) {
        String settings = settings(options.node());
        if (options.has("basic")) {
            return new Auth(Kind.BASIC, options.map("basic"), Optional.empty(), settings);
        }
        if (options.has("bearer")) {
            return new Auth(Kind.BEARER, Map.of("token", options.text("bearer", "")), Optional.empty(), settings);
        }
        if (options.has("header")) {
            return new Auth(Kind.HEADER, options.map("header"), Optional.empty(), settings);
        }
        if (options.has("query")) {
            return new Auth(Kind.QUERY, options.map("query"), Optional.empty(), settings);
        }
        if (options.has("oauth2")) {
            return new Auth(Kind.OAUTH2, Map.of(), Optional.of(OAuth.of(options.at("oauth2"))), settings);
        }
        return NONE;
    }

    private static String settings(JsonNode node) {
        List<String> names = new ArrayList<>();
        Matcher matcher = SLOT.matcher(node.toString());
        while (matcher.find()) {
            names.add(matcher.group(1));
        }
        return String.join(", ", new java.util.LinkedHashSet<>(names));
    }

    /** @param token of an OAuth server */
    Map<String, String> headers(Fill fill, Optional<String> token) {
        return switch (kind) {
            case BASIC -> Map.of("Authorization", basic(text(fill, "user"), text(fill, "password")));
            case BEARER -> Map.of("Authorization", "Bearer " + text(fill, "token"));
            case OAUTH2 ->
                token.map(value -> Map.of("Authorization", "Bearer " + value)).orElse(Map.of());
            case HEADER -> Map.of(text(fill, "name"), text(fill, "value"));
            case NONE, QUERY -> Map.of();
        };
    }

    Map<String, String> query(Fill fill) {
        return kind == Kind.QUERY ? Map.of(text(fill, "name"), text(fill, "value")) : Map.of();
    }

    /** Names of headers, lower case. */
    Set<String> confidential(Fill fill) {
        Set<String> names = new TreeSet<>(Set.of("authorization"));
        headers(fill.masked(), Optional.empty()).keySet().forEach(name -> names.add(name.toLowerCase(Locale.ROOT)));
        return names;
    }

    private String text(Fill fill, String key) {
        return values.containsKey(key) ? fill.text(values.get(key)) : "";
    }

    static String basic(String user, String password) {
        return "Basic " + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
    }
}
