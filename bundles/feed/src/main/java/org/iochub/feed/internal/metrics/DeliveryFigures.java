package org.iochub.feed.internal.metrics;

import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import org.iochub.core.delivery.DeliveryState;
import org.iochub.core.delivery.SubscriptionStatus;
import org.iochub.core.delivery.Subscriptions;
import org.iochub.core.delivery.TapStatus;
import org.iochub.core.delivery.Taps;
import org.iochub.feed.internal.access.Caller;

/** Figures of webhooks, the caller's own or all for an administrator, and of taps, for administrators. */
final class DeliveryFigures {
    private final Subscriptions subscriptions;
    private final Taps taps;

    DeliveryFigures(Subscriptions subscriptions, Taps taps) {
        this.subscriptions = subscriptions;
        this.taps = taps;
    }

    void write(PrometheusText text, Caller caller) {
        boolean admin = caller.grants().admin();
        List<SubscriptionStatus> hooks = subscriptions.list().stream()
                .filter(status -> admin || status.subscription().owner().equals(caller.id()))
                .toList();
        List<TapStatus> streams = admin ? taps.list() : List.of();
        family(
                text,
                "hub_subscription_lag_records",
                "gauge",
                "Positions of the log behind what is acknowledged",
                hooks,
                SubscriptionStatus::lag,
                streams,
                TapStatus::lag);
        family(
                text,
                "hub_subscription_up",
                "gauge",
                "1 when it is delivered to",
                hooks,
                hook -> hook.subscription().state() == DeliveryState.ACTIVE ? 1 : 0,
                streams,
                tap -> tap.state() == DeliveryState.ACTIVE ? 1 : 0);
        family(
                text,
                "hub_subscription_records_total",
                "counter",
                "Records acknowledged since the hub started",
                hooks,
                SubscriptionStatus::delivered,
                streams,
                TapStatus::delivered);
        family(
                text,
                "hub_subscription_failures_total",
                "counter",
                "Attempts that failed since the hub started",
                hooks,
                SubscriptionStatus::failures,
                streams,
                TapStatus::failures);
        text.family("hub_subscription_deliveries_total", "counter", "Batches acknowledged since the hub started");
        hooks.forEach(hook -> text.sample("hub_subscription_deliveries_total", label(hook), hook.deliveries()));
    }

    private static void family(
            PrometheusText text,
            String name,
            String type,
            String help,
            List<SubscriptionStatus> hooks,
            ToLongFunction<SubscriptionStatus> ofHook,
            List<TapStatus> streams,
            ToLongFunction<TapStatus> ofTap) {
        text.family(name, type, help);
        hooks.forEach(hook -> text.sample(name, label(hook), ofHook.applyAsLong(hook)));
        streams.forEach(tap -> text.sample(name, Map.of("tap", tap.name()), ofTap.applyAsLong(tap)));
    }

    private static Map<String, String> label(SubscriptionStatus hook) {
        return Map.of("subscription", hook.subscription().id());
    }
}
