package org.iochub.routes.onlinemedia.internal;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.iochub.model.record.MediaItem;
import org.iochub.model.text.MatchKey;

/**
 * The stories of the last days, and which an item belongs to. The same stories and the same items in the same order give
 * the same. One thread.
 */
final class Stories {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MOST = 600;

    private final Map<String, Story> byId = new LinkedHashMap<>();
    private final Map<String, String> byMember = new LinkedHashMap<>();
    private final Set<String> touched = new LinkedHashSet<>();
    private final EscalationRule rule;
    private final Duration window;

    private Stories(List<Story> known, EscalationRule rule, Duration window) {
        this.rule = rule;
        this.window = window;
        known.forEach(this::put);
    }

    /** What was kept; none when it was kept by something else: then stories begin anew. */
    static Stories parse(String text, OnlineMediaSettings settings) {
        List<Story> known = List.of();
        try {
            if (!text.isEmpty()) {
                known = Stream.of(JSON.readValue(text, com.fasterxml.jackson.databind.JsonNode[].class))
                        .map(Story::read)
                        .toList();
            }
        } catch (JacksonException | NumberFormatException e) {
            known = List.of();
        }
        return new Stories(known, EscalationRule.of(settings), settings.storyWindow());
    }

    private void put(Story story) {
        byId.put(story.id(), story);
        story.members().forEach(member -> byMember.put(member, story.id()));
    }

    /** The story of an item: the one it was told in before, else the nearest that says the same, else a new one. */
    Story place(MediaItem item) {
        String identity = item.guid().orElse(item.url());
        String member = digest(identity);
        long at = item.publishedAt().toEpochSecond();
        String text = item.title() + " " + item.summary().orElse("");
        String word = rule.hot(text).orElse("");
        boolean back = rule.retracts(item.title());
        String host = WebAddress.host(item.url());
        long print = StoryPrint.of(text);
        Story story = Optional.ofNullable(byMember.get(member))
                .map(byId::get)
                .or(() -> nearest(print, facts(item), at))
                .orElseGet(() -> new Story(
                        member,
                        identity,
                        item.url(),
                        item.title(),
                        print,
                        facts(item),
                        at,
                        Set.of(),
                        Map.of(),
                        "",
                        false,
                        0))
                .with(member, host, at, word, back);
        put(story);
        touched.add(story.id());
        return story;
    }

    private Optional<Story> nearest(long print, String facts, long at) {
        return byId.values().stream()
                .filter(story -> story.facts().equals(facts))
                .filter(story -> Math.abs(story.published() - at) <= window.toSeconds())
                .filter(story -> StoryPrint.distance(story.print(), print) <= StoryPrint.NEAR)
                .min(Comparator.<Story>comparingInt(story -> StoryPrint.distance(story.print(), print))
                        .thenComparing(Story::id));
    }

    /** Places and the title's numbers: «ngập tại phường A» is not «ngập tại phường B», nor is yesterday's bulletin today's. */
    private static String facts(MediaItem item) {
        Stream<String> areas = item.areaMentions().stream().map(area -> area.code() + "@" + area.validFrom());
        Stream<String> numbers =
                Stream.of(MatchKey.of(item.title()).split("[^0-9]+")).filter(text -> !text.isEmpty());
        return Stream.concat(areas, numbers).distinct().sorted().collect(Collectors.joining(" "));
    }

    /** The stories that items were placed in, as they are now. */
    List<Story> touched() {
        return touched.stream().map(byId::get).toList();
    }

    /** Of these stories, those that {@code then} placed items in: all that its placing needs to be done again. */
    String before(Stories then) {
        return text(byId.values().stream()
                .filter(story -> then.touched.contains(story.id()))
                .toList());
    }

    /** What is kept after a message: those that feeds still show, the longest unseen given up first. */
    String kept(long now) {
        touched.forEach(id -> byId.computeIfPresent(id, (key, story) -> story.seenAt(now)));
        return text(byId.values().stream()
                .filter(story -> story.seen() >= now - window.toSeconds())
                .sorted(Comparator.comparingLong(Story::seen).reversed().thenComparing(Story::id))
                .limit(MOST)
                .toList());
    }

    private static String text(List<Story> stories) {
        ArrayNode array = JSON.createArrayNode();
        stories.forEach(story -> story.write(array.addObject()));
        return array.toString();
    }

    private static String digest(String identity) {
        try {
            byte[] sha = MessageDigest.getInstance("SHA-256").digest(identity.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(sha).substring(0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
