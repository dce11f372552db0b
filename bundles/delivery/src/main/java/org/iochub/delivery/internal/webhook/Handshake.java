package org.iochub.delivery.internal.webhook;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.iochub.core.delivery.Subscription;
import org.iochub.core.hub.Hub;
import org.iochub.delivery.internal.http.Reply;

/** Whether a receiver wants anything, as "HTTP 1.1 Web Hooks for Event Delivery" of CloudEvents has it asked. */
final class Handshake {
    /** Deliveries in a minute that the hub asks for. */
    private static final int RATE = 600;

    private final Hub hub;

    Handshake(Hub hub) {
        this.hub = hub;
    }

    /** The hub's name towards receivers; the same in every request. */
    String origin() {
        URI address = hub.publicUrl();
        return Optional.ofNullable(address.getHost()).orElse(address.getAuthority());
    }

    Map<String, String> question(Subscription subscription) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Origin", origin());
        headers.put("WebHook-Request-Origin", origin());
        headers.put("WebHook-Request-Rate", Integer.toString(RATE));
        headers.put(
                "WebHook-Request-Callback",
                hub.publicUrl() + "/api/v1/subscriptions/" + subscription.id() + "/grant?token="
                        + subscription.grantToken());
        return headers;
    }

    /** The status says nothing: a server that knows nothing of webhooks answers OPTIONS too. */
    boolean isGrantedBy(Reply reply) {
        return reply.header("webhook-allowed-origin")
                .map(String::strip)
                .filter(allowed -> allowed.equals("*") || allowed.equalsIgnoreCase(origin()))
                .isPresent();
    }

    /** Deliveries in a minute; without limit for {@code *}. What was asked for when nothing usable is said. */
    static OptionalInt rate(Optional<String> allowed) {
        String rate = allowed.map(String::strip).orElse("");
        if (rate.equals("*")) {
            return OptionalInt.empty();
        }
        return rate.matches("[1-9]\\d{0,5}") ? OptionalInt.of(Integer.parseInt(rate)) : OptionalInt.of(RATE);
    }
}
