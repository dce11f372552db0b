package org.iochub.store.internal.keys;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import org.iochub.core.access.AccessKey;
import org.iochub.core.access.AccessKeys.Created;
import org.iochub.core.access.Grants;
import org.iochub.core.access.PersonalLevel;
import org.iochub.store.internal.testing.StoreTest;
import org.junit.jupiter.api.Test;

/** Keys. */
public abstract class KeysContract extends StoreTest {
    private static final Grants SOME = new Grants(
            true,
            Optional.of(Set.of("dossier", "task")),
            Optional.empty(),
            Optional.of(Set.of()),
            PersonalLevel.MASKED,
            Set.of("a", "b"),
            false);

    @Test
    void aKeyIsFoundByItsValue() {
        Instant end = Instant.now().plus(Duration.ofDays(1)).truncatedTo(ChronoUnit.MICROS);
        Created created = store.keys().create("reader", SOME, Optional.of(end));
        assertThat(created.value()).matches("hub_[A-Za-z0-9_-]{43}");
        assertThat(created.key().grants()).isEqualTo(SOME);
        assertThat(store.keys().find(created.value())).contains(created.key());
        assertThat(store.keys().find(created.value() + "x")).isEmpty();
        assertThat(store.keys().find("")).isEmpty();
        reopen();
        assertThat(store.keys().find(created.value())).contains(created.key());
        assertThat(store.keys().list()).containsExactly(created.key());
        assertThat(created.key().expiresAt()).contains(end);
    }

    @Test
    void aRevokedKeyIsKnownAndNotUsable() {
        Created created = store.keys().create("reader", SOME, Optional.empty());
        assertThat(store.keys().find(created.value())).isPresent();
        assertThat(store.keys().revoke(created.key().id())).isTrue();
        assertThat(store.keys().revoke("unknown")).isFalse();
        AccessKey found = store.keys().find(created.value()).orElseThrow();
        assertThat(found.usableAt(Instant.now())).isFalse();
    }

    @Test
    void aRotatedKeyHasASuccessorAndEnds() {
        Grants limited = SOME.limitedTo(90);
        Instant end = Instant.now().plus(Duration.ofHours(4)).truncatedTo(ChronoUnit.MICROS);
        Created old = store.keys().create("reader", limited, Optional.empty());
        Created successor = store.keys().rotate(old.key().id(), end).orElseThrow();
        assertThat(successor.key().grants()).isEqualTo(limited);
        assertThat(successor.key().expiresAt()).isEmpty();
        assertThat(successor.value()).isNotEqualTo(old.value());
        reopen();
        assertThat(store.keys().find(old.value()).orElseThrow().expiresAt()).contains(end);
        assertThat(store.keys().find(successor.value())).contains(successor.key());
        // What ends sooner is not made to last longer.
        store.keys().rotate(old.key().id(), end.plusSeconds(60));
        assertThat(store.keys().find(old.value()).orElseThrow().expiresAt()).contains(end);
        store.keys().revoke(old.key().id());
        assertThat(store.keys().rotate(old.key().id(), end)).isEmpty();
        assertThat(store.keys().rotate("unknown", end)).isEmpty();
    }

    @Test
    void aGivenValueIsEnsured() {
        AccessKey first = store.keys().ensure("admin", "value", SOME);
        AccessKey second = store.keys().ensure("admin", "value", Grants.administrator());
        assertThat(second.id()).isEqualTo(first.id());
        assertThat(store.keys().find("value").orElseThrow().grants()).isEqualTo(Grants.administrator());
        assertThat(store.keys().list()).hasSize(1);
    }
}
