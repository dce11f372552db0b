package org.iochub.itests.process;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Follows a feed by its links, over restarts, and keeps every event it was given. */
final class FeedReader {
    private static final Pattern NEXT = Pattern.compile("<([^>]+)>;\\s*rel=\"next\"");
    private static final ObjectMapper JSON = new ObjectMapper();
    private final HubProcess hub;
    private final List<JsonNode> events = new ArrayList<>();
    private String next;

    FeedReader(HubProcess hub, String type) {
        this.hub = hub;
        this.next = "/api/v1/feeds/" + type + "?limit=50";
    }

    /** The same reader, with what it has and its cursor, at another hub. */
    FeedReader movedTo(HubProcess other) {
        URI here = hub.url("/").resolve(next);
        FeedReader moved = new FeedReader(other, "-");
        moved.next = here.getRawPath() + "?" + here.getRawQuery();
        moved.events.addAll(events);
        return moved;
    }

    /** What the hub says to the cursor. */
    HttpResponse<String> ask() throws IOException, InterruptedException {
        return hub.get(hub.url("/").resolve(next));
    }

    /** Reads until a page is empty. */
    void catchUp() throws IOException, InterruptedException {
        int read;
        do {
            read = page();
        } while (read > 0);
    }

    private int page() throws IOException, InterruptedException {
        URI address = hub.url("/").resolve(next);
        HttpResponse<String> answer = hub.get(address);
        if (answer.statusCode() != 200) {
            throw new AssertionError(address + " answered " + answer.statusCode() + ": " + answer.body());
        }
        Matcher link = NEXT.matcher(String.join(", ", answer.headers().allValues("Link")));
        if (!link.find()) {
            throw new AssertionError("no rel=\"next\" in " + answer.headers().map());
        }
        next = link.group(1);
        JsonNode page = JSON.readTree(answer.body());
        page.forEach(events::add);
        return page.size();
    }

    List<JsonNode> events() {
        return List.copyOf(events);
    }
}
