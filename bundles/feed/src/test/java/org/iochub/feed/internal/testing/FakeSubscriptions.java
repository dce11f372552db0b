package org.iochub.feed.internal.testing;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.iochub.core.delivery.DeliveryFilter;
import org.iochub.core.delivery.DeliveryPlace;
import org.iochub.core.delivery.DeliveryState;
import org.iochub.core.delivery.Progress;
import org.iochub.core.delivery.Subscription;
import org.iochub.core.delivery.SubscriptionRequest;
import org.iochub.core.delivery.SubscriptionStatus;
import org.iochub.core.delivery.Subscriptions;
import org.iochub.core.delivery.Trouble;
import org.iochub.model.FaultException;
import org.iochub.model.Text;

/** Subscriptions in memory, that deliver nothing. */
public final class FakeSubscriptions implements Subscriptions {
    public static final String TOKEN = "token-of-the-link";
    private static final Instant NOW = Instant.parse("2026-03-01T01:00:00Z");
    private final Map<String, Subscription> all = new LinkedHashMap<>();

    @Override
    public synchronized List<SubscriptionStatus> list() {
        return all.values().stream().map(FakeSubscriptions::status).toList();
    }

    @Override
    public synchronized Optional<SubscriptionStatus> get(String id) {
        return Optional.ofNullable(all.get(id)).map(FakeSubscriptions::status);
    }

    private static SubscriptionStatus status(Subscription subscription) {
        return new SubscriptionStatus(subscription, "cursor", 3, "closed", 7, 2, 1);
    }

    private SubscriptionStatus put(Subscription subscription) {
        all.put(subscription.id(), subscription);
        return status(subscription);
    }

    @Override
    public synchronized Created create(SubscriptionRequest request) {
        String address = request.address().orElse("");
        if (!address.startsWith("https:")) {
            throw FaultException.of("bad-address", "address", "Địa chỉ sai.", "A wrong address.");
        }
        Subscription subscription = new Subscription(
                "s" + (all.size() + 1),
                request.owner().orElseThrow(),
                request.name().orElse(""),
                URI.create(address),
                request.filter().orElse(DeliveryFilter.type("all")),
                request.batch().orElse(200),
                DeliveryState.PENDING,
                NOW,
                "sealed-secret",
                Optional.empty(),
                OptionalInt.of(60),
                TOKEN,
                0,
                Progress.from(new DeliveryPlace("e1", 0))
                        .failed(new Trouble(NOW, Text.of("Chưa đồng ý.", "Not agreed.")), NOW));
        return new Created(put(subscription), "whsec_shown-once");
    }

    @Override
    public synchronized SubscriptionStatus change(String id, SubscriptionRequest request) {
        Subscription before = all.get(id);
        return put(new Subscription(
                id,
                request.owner().orElse(before.owner()),
                request.name().orElse(before.name()),
                before.address(),
                request.filter().orElse(before.filter()),
                request.batch().orElse(before.batch()),
                before.state(),
                before.created(),
                before.secret(),
                before.previousSecret(),
                before.ratePerMinute(),
                before.grantToken(),
                before.revision() + 1,
                before.progress()));
    }

    @Override
    public synchronized SubscriptionStatus pause(String id) {
        return put(all.get(id).with(DeliveryState.PAUSED, all.get(id).progress()));
    }

    @Override
    public synchronized SubscriptionStatus resume(String id) {
        return put(all.get(id).with(DeliveryState.ACTIVE, all.get(id).progress()));
    }

    @Override
    public synchronized SubscriptionStatus rewind(String id, String after) {
        if (!after.equals("oldest")) {
            throw FaultException.of("cursor-gone", "after", "Không còn.", "Gone.");
        }
        return put(all.get(id));
    }

    @Override
    public synchronized Created rotate(String id, Duration overlap) {
        Subscription rotated = all.get(id)
                .secrets("sealed-anew", Optional.of(new Subscription.Previous("sealed-secret", NOW.plus(overlap))));
        return new Created(put(rotated), "whsec_another");
    }

    @Override
    public synchronized boolean grant(String id, String token, OptionalInt ratePerMinute) {
        boolean right = all.containsKey(id) && token.equals(TOKEN);
        if (right) {
            put(all.get(id).granted(ratePerMinute));
        }
        return right;
    }

    @Override
    public synchronized boolean remove(String id) {
        return all.remove(id) != null;
    }
}
