package org.iochub.declarative.internal.fetch.http;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.iochub.declarative.internal.fetch.WebHost.Asked;
import org.iochub.declarative.internal.fetch.WebHost.Reply;

/** Records of a source with a time of change each, given out in pages. */
final class Items {
    record Item(String id, Instant updated) {}

    private final List<Item> items = new ArrayList<>();

    static Items of(int count, Instant first, long secondsApart) {
        Items items = new Items();
        IntStream.range(0, count)
                .forEach(i -> items.put(String.format("r%03d", i), first.plusSeconds(i * secondsApart)));
        return items;
    }

    synchronized void put(String id, Instant updated) {
        items.removeIf(item -> item.id().equals(id));
        items.add(new Item(id, updated));
    }

    synchronized List<String> ids() {
        return items.stream().map(Item::id).sorted().toList();
    }

    private synchronized List<Item> from(Asked asked) {
        Instant from = Instant.parse(asked.query().getOrDefault("since", "2000-01-01T00:00:00Z"));
        return items.stream()
                .filter(item -> !item.updated().isBefore(from))
                .sorted(Comparator.comparing(Item::updated).thenComparing(Item::id))
                .toList();
    }

    static String json(List<Item> page, String more) {
        return "{\"items\":["
                + page.stream()
                        .map(item -> "{\"id\":\"" + item.id() + "\",\"updated\":\"" + item.updated() + "\"}")
                        .collect(Collectors.joining(","))
                + "]" + more + "}";
    }

    List<Item> slice(Asked asked, int offset, int size) {
        return from(asked).stream().skip(offset).limit(size).toList();
    }

    Reply page(Asked asked) {
        int size = asked.number("size", 10);
        return Reply.json(json(slice(asked, (asked.number("page", 1) - 1) * size, size), ""));
    }

    Reply offset(Asked asked) {
        return Reply.json(json(slice(asked, asked.number("skip", 0), asked.number("size", 10)), ""));
    }

    Reply cursor(Asked asked) {
        int at = asked.query().containsKey("c")
                ? Integer.parseInt(asked.query().get("c").replace("after ", ""))
                : 0;
        List<Item> page = slice(asked, at, 10);
        boolean more = slice(asked, at + 10, 1).size() > 0;
        return Reply.json(json(page, ",\"paging\":{\"next\":" + (more ? "\"after " + (at + 10) + "\"" : "null") + "}"));
    }

    Reply next(Asked asked) {
        int at = asked.number("at", 0);
        boolean more = slice(asked, at + 10, 1).size() > 0;
        return Reply.json(json(slice(asked, at, 10), more ? ",\"next\":\"?key=leaked&at=" + (at + 10) + "\"" : ""));
    }

    Reply link(Asked asked) {
        int at = asked.number("at", 0);
        Reply reply = Reply.json(json(slice(asked, at, 10), ""));
        boolean more = slice(asked, at + 10, 1).size() > 0;
        return more
                ? reply.with(
                        "Link", "</first>; rel=\"first\", </items?at=" + (at + 10) + ">; rel=\"last next\"; title=x")
                : reply;
    }
}
