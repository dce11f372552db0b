package org.iochub.simulators.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A hub's public HTTP face, as its administrator uses it. */
final class HubAdmin {
    private static final Duration TIMEOUT = Duration.ofSeconds(20);
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(TIMEOUT).build();
    private final ObjectMapper mapper = new ObjectMapper();
    private final URI hub;
    private final String key;

    HubAdmin(URI hub, String key) {
        this.hub = hub;
        this.key = key;
    }

    URI url() {
        return hub;
    }

    /** Makes a key and gives its value. */
    String makeKey(Map<String, Object> wanted) throws IOException, InterruptedException {
        HttpRequest request = request("/api/v1/keys")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(mapper.writeValueAsBytes(wanted)))
                .build();
        return send(request, 201).path("value").asText();
    }

    /** The status of every source. */
    List<JsonNode> sources() throws IOException, InterruptedException {
        JsonNode answer = send(request("/api/v1/sources").GET().build(), 200);
        List<JsonNode> sources = new ArrayList<>();
        (answer.isArray() ? answer : answer.path("sources")).forEach(sources::add);
        return sources;
    }

    /** Whether the feed holds a record of a source; false while the hub cannot say. */
    boolean hasRecords(String source) {
        try {
            JsonNode page = send(
                    request("/api/v1/feeds/all?format=json&limit=1&source=" + source)
                            .GET()
                            .build(),
                    200);
            return !page.isEmpty();
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(hub.resolve(path)).timeout(TIMEOUT).header("Authorization", "Bearer " + key);
    }

    private JsonNode send(HttpRequest request, int expected) throws IOException, InterruptedException {
        HttpResponse<byte[]> answer = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
        if (answer.statusCode() != expected) {
            throw new IOException(
                    request.uri() + " answered " + answer.statusCode() + ": " + new String(answer.body()));
        }
        return mapper.readTree(answer.body());
    }
}
