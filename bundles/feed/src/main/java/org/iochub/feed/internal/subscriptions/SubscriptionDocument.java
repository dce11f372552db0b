package org.iochub.feed.internal.subscriptions;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.iochub.core.delivery.DeliveryFilter;
import org.iochub.core.delivery.Progress;
import org.iochub.core.delivery.Subscription;
import org.iochub.core.delivery.SubscriptionStatus;
import org.iochub.feed.internal.json.Json;

/** A subscription as callers see it: never its secret. */
final class SubscriptionDocument {
    private SubscriptionDocument() {}

    static Map<String, Object> of(SubscriptionStatus status) {
        Subscription subscription = status.subscription();
        Progress progress = subscription.progress();
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("id", subscription.id());
        document.put("owner", subscription.owner());
        document.put("name", subscription.name());
        document.put("address", subscription.address().toString());
        filter(document, subscription.filter());
        document.put("batch", subscription.batch());
        document.put("state", subscription.state().wireName());
        document.put("circuit", status.circuit());
        document.put("createdAt", subscription.created().toString());
        document.put("cursor", status.cursor());
        document.put("lag", status.lag());
        document.put("attempts", progress.attempts());
        progress.lastSuccess().ifPresent(at -> document.put("lastSuccessAt", at.toString()));
        progress.trouble().ifPresent(trouble -> {
            document.put("lastErrorAt", trouble.at().toString());
            document.put("lastError", Json.text(trouble.text()));
        });
        progress.nextAttempt().ifPresent(at -> document.put("nextAttemptAt", at.toString()));
        subscription.ratePerMinute().ifPresent(rate -> document.put("ratePerMinute", rate));
        subscription
                .previousSecret()
                .ifPresent(before ->
                        document.put("previousSecretUntil", before.until().toString()));
        return document;
    }

    private static void filter(Map<String, Object> document, DeliveryFilter filter) {
        document.put("type", filter.type());
        filter.major().ifPresent(major -> document.put("major", major));
        put(document, "source", filter.sources());
        put(document, "tenant", filter.tenants());
        put(document, "area", filter.areas());
        filter.since().ifPresent(since -> document.put("since", since.toString()));
    }

    private static void put(Map<String, Object> document, String name, List<String> values) {
        if (!values.isEmpty()) {
            document.put(name, values);
        }
    }
}
