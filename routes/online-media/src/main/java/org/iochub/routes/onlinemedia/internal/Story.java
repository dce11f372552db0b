package org.iochub.routes.onlinemedia.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What several outlets tell alike. Immutable; times are seconds since 1970.
 *
 * @param first identity of the item that told it first here
 * @param url where that item stands
 * @param title its title
 * @param facts what has to be equal beside the words: places, numbers
 * @param published when it was first told
 * @param members digests of the items' identities
 * @param outlets when each host first told it
 * @param hot the word that makes it one to watch; empty without
 * @param retracted whether an item took it back
 * @param seen when a feed last showed one of its items; the poll's clock, no matter to records
 */
record Story(
        String id,
        String first,
        String url,
        String title,
        long print,
        String facts,
        long published,
        Set<String> members,
        Map<String, Long> outlets,
        String hot,
        boolean retracted,
        long seen) {
    private static final int MOST_MEMBERS = 64;

    Story {
        members = Set.copyOf(members);
        outlets = Map.copyOf(outlets);
    }

    /** The same story told once more. */
    Story with(String member, String host, long at, String word, boolean back) {
        Set<String> more = new TreeSet<>(members);
        Map<String, Long> hosts = new TreeMap<>(outlets);
        if (more.size() < MOST_MEMBERS) {
            more.add(member);
            hosts.merge(host, at, Math::min);
        }
        return new Story(
                id,
                first,
                url,
                title,
                print,
                facts,
                published,
                more,
                hosts,
                hot.isEmpty() ? word : hot,
                retracted || back,
                seen);
    }

    Story seenAt(long now) {
        return new Story(
                id, first, url, title, print, facts, published, members, outlets, hot, retracted, Math.max(seen, now));
    }

    /** How many outlets told it within that time of its first telling. */
    long outletsWithin(long seconds) {
        return outlets.values().stream()
                .filter(at -> Math.abs(at - published) <= seconds)
                .count();
    }

    void write(ObjectNode json) {
        json.put("id", id)
                .put("first", first)
                .put("url", url)
                .put("title", title)
                .put("print", Long.toHexString(print))
                .put("facts", facts)
                .put("at", published)
                .put("hot", hot)
                .put("back", retracted)
                .put("seen", seen);
        ArrayNode items = json.putArray("items");
        new TreeSet<>(members).forEach(items::add);
        ObjectNode hosts = json.putObject("outlets");
        new TreeMap<>(outlets).forEach(hosts::put);
    }

    static Story read(JsonNode json) {
        Set<String> members = new TreeSet<>();
        json.path("items").forEach(item -> members.add(item.asText()));
        Map<String, Long> outlets = new TreeMap<>();
        json.path("outlets")
                .fields()
                .forEachRemaining(
                        host -> outlets.put(host.getKey(), host.getValue().asLong()));
        return new Story(
                json.path("id").asText(),
                json.path("first").asText(),
                json.path("url").asText(),
                json.path("title").asText(),
                Long.parseUnsignedLong(json.path("print").asText("0"), 16),
                json.path("facts").asText(),
                json.path("at").asLong(),
                members,
                outlets,
                json.path("hot").asText(),
                json.path("back").asBoolean(),
                json.path("seen").asLong());
    }
}
