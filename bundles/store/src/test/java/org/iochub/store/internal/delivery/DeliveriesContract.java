package org.iochub.store.internal.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.iochub.core.access.AccessKeys;
import org.iochub.core.access.Grants;
import org.iochub.core.delivery.DeliveryFilter;
import org.iochub.core.delivery.DeliveryPlace;
import org.iochub.core.delivery.DeliveryState;
import org.iochub.core.delivery.Progress;
import org.iochub.core.delivery.Subscription;
import org.iochub.core.delivery.TapProgress;
import org.iochub.core.delivery.Trouble;
import org.iochub.model.Text;
import org.iochub.store.internal.testing.StoreTest;
import org.junit.jupiter.api.Test;

/** Subscriptions and taps over restarts. */
public abstract class DeliveriesContract extends StoreTest {
    private static final Instant NOW = Instant.parse("2026-03-01T01:02:03.004005Z");

    private static Subscription subscription(String id) {
        return subscription(id, "k1");
    }

    private static Subscription subscription(String id, String owner) {
        return new Subscription(
                id,
                owner,
                "Trung tâm điều hành",
                URI.create("https://ioc.example.vn/hub?x=1"),
                new DeliveryFilter(
                        "dossier",
                        Optional.of(1),
                        List.of("portal"),
                        List.of("vinhlong", "angiang"),
                        List.of("86@2026-01-01"),
                        Optional.of(OffsetDateTime.parse("2026-01-01T00:00:00+07:00"))),
                200,
                DeliveryState.PENDING,
                NOW,
                "sealed",
                Optional.of(new Subscription.Previous("before", NOW.plusSeconds(60))),
                OptionalInt.of(30),
                "token",
                0,
                Progress.from(new DeliveryPlace("e1", 7)).sending(9));
    }

    @Test
    void everythingIsThereAfterARestart() {
        Subscription full = subscription("s1")
                .with(subscription("s1").progress().failed(new Trouble(NOW, Text.of("Hỏng.", "Broken.")), NOW));
        Subscription bare = new Subscription(
                "s2",
                "k2",
                "",
                URI.create("https://b.example.vn/"),
                DeliveryFilter.type("all"),
                1,
                DeliveryState.ACTIVE,
                NOW.plusSeconds(1),
                "sealed",
                Optional.empty(),
                OptionalInt.empty(),
                "token",
                0,
                Progress.from(new DeliveryPlace("e1", 0)).acknowledged(3, NOW));
        store.deliveries().add(full);
        store.deliveries().add(bare);
        reopen();
        assertThat(store.deliveries().subscriptions()).containsExactly(full, bare);
        assertThat(store.deliveries().subscription("s1")).contains(full);
        assertThat(store.deliveries().remove("s1")).isTrue();
        assertThat(store.deliveries().remove("s1")).isFalse();
        assertThat(store.deliveries().subscription("s1")).isEmpty();
    }

    @Test
    void aReplacedKeyHandsItsSubscriptionsOver() {
        AccessKeys.Created old = store.keys().create("board", Grants.administrator(), Optional.empty());
        store.deliveries().add(subscription("s1", old.key().id()));
        store.deliveries().add(subscription("s2"));
        AccessKeys.Created successor = store.keys().rotate(old.key().id(), NOW).orElseThrow();
        Subscription now = store.deliveries().subscription("s1").orElseThrow();
        assertThat(now.owner()).isEqualTo(successor.key().id());
        assertThat(now.revision()).isEqualTo(1);
        assertThat(store.deliveries().subscription("s2").orElseThrow().owner()).isEqualTo("k1");
    }

    @Test
    void progressOfBeforeAChangeIsNotTaken() {
        store.deliveries().add(subscription("s1"));
        Subscription underWay = store.deliveries().subscription("s1").orElseThrow();
        Subscription rewound = underWay.with(DeliveryState.ACTIVE, Progress.from(new DeliveryPlace("e1", 2)));
        assertThat(store.deliveries().change(rewound)).isTrue();
        assertThat(store.deliveries().change(rewound)).isFalse();
        assertThat(store.deliveries().progress(underWay.with(underWay.progress().acknowledged(9, NOW))))
                .isFalse();
        Subscription now = store.deliveries().subscription("s1").orElseThrow();
        assertThat(now.progress().place().position()).isEqualTo(2);
        assertThat(now.revision()).isEqualTo(1);
        assertThat(store.deliveries().progress(now.with(now.progress().acknowledged(3, NOW))))
                .isTrue();
        assertThat(store.deliveries()
                        .subscription("s1")
                        .orElseThrow()
                        .progress()
                        .place()
                        .position())
                .isEqualTo(3);
    }

    @Test
    void tapsKeepTheirPlace() {
        assertThat(store.deliveries().tap("platform")).isEmpty();
        store.deliveries().tap("platform", new TapProgress(new DeliveryPlace("e1", 5), false));
        store.deliveries().tap("platform", new TapProgress(new DeliveryPlace("e1", 8), true));
        reopen();
        assertThat(store.deliveries().tap("platform")).contains(new TapProgress(new DeliveryPlace("e1", 8), true));
    }
}
