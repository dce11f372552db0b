package org.iochub.alerts.internal.send;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.iochub.core.alert.AlertDocument;
import org.iochub.core.delivery.SignedPost;

/** Posts a batch of CloudEvents, signed as every webhook of the hub. */
public final class WebhookChannel implements Channel {
    private static final ObjectMapper JSON = JsonMapper.builder().build();
    private static final int BATCH = 100;
    private static final long SECONDS = 60;
    private final Supplier<SignedPost> posts;
    private final String hub;
    private final URI address;
    private final String secret;

    public WebhookChannel(Supplier<SignedPost> posts, String hub, URI address, String secret) {
        this.posts = posts;
        this.hub = hub;
        this.address = address;
        this.secret = secret;
    }

    @Override
    public String name() {
        return "webhook";
    }

    @Override
    public void send(List<Notice> notices, int lost, Consumer<List<Notice>> told) throws IOException {
        for (int from = 0; from < notices.size(); from += BATCH) {
            List<Notice> batch = notices.subList(from, Math.min(notices.size(), from + BATCH));
            List<Map<String, Object>> events = new ArrayList<>();
            batch.forEach(notice -> events.add(event(notice)));
            post(batch.get(0).id() + "." + batch.size(), JSON.writeValueAsBytes(events));
            told.accept(batch);
        }
    }

    private void post(String id, byte[] body) throws IOException {
        try {
            int status = posts.get()
                    .post(address, id, "application/cloudevents-batch+json; charset=UTF-8", body, secret)
                    .get(SECONDS, TimeUnit.SECONDS);
            if (status < 200 || status > 299) {
                throw new IOException("the receiver answered " + status);
            }
        } catch (ExecutionException e) {
            throw new IOException(String.valueOf(e.getCause().getMessage()), e.getCause());
        } catch (TimeoutException e) {
            throw new IOException("the receiver did not answer within " + SECONDS + " s", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    private Map<String, Object> event(Notice notice) {
        Map<String, Object> event = new LinkedHashMap<>();
        event.put("specversion", "1.0");
        event.put("id", notice.id());
        event.put("source", "urn:iochub:" + hub + ":alerts");
        event.put("type", "org.iochub.alert." + notice.kind().name().toLowerCase(Locale.ROOT) + ".v1");
        event.put("subject", notice.alert().id());
        event.put(
                "time", notice.alert().resolved().orElse(notice.alert().since()).toString());
        event.put("datacontenttype", "application/json");
        event.put("data", AlertDocument.of(notice.alert()));
        return event;
    }
}
