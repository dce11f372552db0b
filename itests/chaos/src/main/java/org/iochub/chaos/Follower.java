package org.iochub.chaos;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.iochub.chaos.hub.ChaosHub;

/** A reader that follows the feed by its links over every fault, and tells the ledger what arrives. */
final class Follower implements AutoCloseable {
    private static final Pattern NEXT = Pattern.compile("<([^>]+)>;\\s*rel=\"next\"");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long PAUSE_MILLIS = 100;

    private final ChaosHub hub;
    private final Ledger ledger;
    private final CountDownLatch stop = new CountDownLatch(1);
    private final Thread thread = new Thread(this::follow, "follower");
    private URI next;

    Follower(ChaosHub hub, Ledger ledger) {
        this.hub = hub;
        this.ledger = ledger;
        this.next = hub.url("/api/v1/feeds/citizen-report?limit=2000&wait=2");
        thread.start();
    }

    private void follow() {
        try {
            while (stop.getCount() > 0) {
                try {
                    page();
                } catch (IOException e) {
                    // The hub is down, which is what this is about; the cursor stays good.
                    stop.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            ledger.violate("the reader of the feed failed: " + e);
        }
    }

    private void page() throws IOException, InterruptedException {
        HttpResponse<String> answer = hub.get(next);
        if (answer.statusCode() != 200) {
            if (answer.statusCode() != 503 && answer.statusCode() != 404) {
                ledger.violate("the feed answered " + answer.statusCode() + ": " + answer.body());
            }
            stop.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS);
            return;
        }
        Matcher link = NEXT.matcher(String.join(", ", answer.headers().allValues("Link")));
        if (!link.find()) {
            ledger.violate("a page without rel=\"next\": " + answer.headers().map());
            return;
        }
        for (JsonNode event : JSON.readTree(answer.body())) {
            JsonNode data = event.path("data");
            ledger.arrive(
                    new Report(
                            data.path("reportCode").asText(),
                            data.path("sourceStatus").asInt()),
                    event.path("subject").asText(),
                    event.path("sequence").asText());
        }
        next = URI.create(link.group(1));
    }

    @Override
    public void close() throws InterruptedException {
        stop.countDown();
        thread.join(TimeUnit.SECONDS.toMillis(60));
    }
}
