package org.iochub.store.internal.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.iochub.store.internal.testing.Sample.NORTH;
import static org.iochub.store.internal.testing.Sample.SOUTH;
import static org.iochub.store.internal.testing.Sample.put;
import static org.iochub.store.internal.testing.Sample.remove;

import java.util.List;
import java.util.Optional;
import org.iochub.api.Delivered;
import org.iochub.core.log.LoggedRecord;
import org.iochub.core.log.Operation;
import org.iochub.core.records.StoredVersion;
import org.iochub.model.Fault;
import org.iochub.model.VersionKey;
import org.iochub.store.internal.testing.Sample;
import org.iochub.store.internal.testing.StoreTest;
import org.junit.jupiter.api.Test;

/** Which version stands. */
public abstract class MergeRulesContract extends StoreTest {
    @Test
    void aRecordComesBackAsItWasPut() throws Exception {
        Delivered delivered = take(Sample.put("facility", "x", VersionKey.revision(3), "one", Optional.of(NORTH)));
        assertThat(delivered).isEqualTo(new Delivered(1, 0, 0, 0, 1));
        StoredVersion version =
                store.reader().current("facility", Sample.id("facility", "x")).orElseThrow();
        LoggedRecord record = version.record();
        assertThat(record.position()).isEqualTo(1);
        assertThat(record.type()).isEqualTo("facility");
        assertThat(record.id()).isEqualTo(Sample.id("facility", "x"));
        assertThat(record.source()).isEqualTo("a");
        assertThat(record.tenant()).isEqualTo("ha-noi");
        assertThat(record.time()).isEqualTo(Sample.TIME);
        assertThat(record.area()).contains(NORTH);
        assertThat(record.previousArea()).isEmpty();
        assertThat(record.op()).isEqualTo(Operation.UPSERT);
        assertThat(new String(record.data())).isEqualTo(Sample.json("x", "one"));
        assertThat(version.key()).isEqualTo(VersionKey.revision(3));
        assertThat(version.late()).isFalse();
        assertThat(version.message()).isEqualTo("m1");
        assertThat(version.messageName()).isEqualTo("tệp m1");
        assertThat(version.rawPosition()).isEqualTo("at x:one");
        assertThat(version.adapter()).isEqualTo("adapter");
        assertThat(feed()).usingRecursiveFieldByFieldElementComparator().containsExactly(record);
    }

    @Test
    void theSameContentAgainChangesNothing() throws Exception {
        take(put("x", "one"));
        assertThat(take(put("x", "one"))).isEqualTo(new Delivered(0, 1, 0, 0, 0));
        assertThat(feed()).hasSize(1);
    }

    @Test
    void theLargerKeyWinsAndTheSmallerEntersTheHistory() throws Exception {
        take(put("x", 1, "one"));
        take(put("x", 3, "three"));
        assertThat(take(put("x", 2, "two"))).isEqualTo(new Delivered(0, 1, 0, 0, 0));
        assertThat(current("x")).isEqualTo("three");
        assertThat(values(feed())).containsExactly("one", "three");
        List<StoredVersion> history = store.reader().history("facility", Sample.id("facility", "x"), 10);
        assertThat(history).extracting(v -> value(v.record())).containsExactly("two", "three", "one");
        assertThat(history).extracting(StoredVersion::late).containsExactly(true, false, false);
        assertThat(history).extracting(v -> v.record().position()).containsExactly(0L, 2L, 1L);
        assertThat(history.get(0).record().recordedAt())
                .isAfterOrEqualTo(history.get(1).record().recordedAt());
    }

    @Test
    void anOldVersionComesOnlyOnceIntoTheHistory() throws Exception {
        take(put("x", 1, "one"));
        take(put("x", 3, "three"));
        take(put("x", 2, "two"));
        take(put("x", 2, "two"));
        take(put("x", 1, "one"), put("x", 2, "two"), put("x", 2, "other"));
        assertThat(store.reader().history("facility", Sample.id("facility", "x"), 10))
                .extracting(v -> value(v.record()))
                .containsExactly("other", "two", "three", "one");
        assertThat(current("x")).isEqualTo("three");
    }

    @Test
    void ofEqualKeysTheLaterArrivalWinsAndIsFlagged() throws Exception {
        take(put("x", 1, "one"));
        assertThat(take(put("x", 1, "other")).accepted()).isEqualTo(1);
        assertThat(current("x")).isEqualTo("other");
        assertThat(store.reader()
                        .current("facility", Sample.id("facility", "x"))
                        .orElseThrow()
                        .notes())
                .extracting(Fault::code)
                .containsExactly("equal-version-key");
    }

    @Test
    void withoutKeysArrivalDecides() throws Exception {
        take(put("x", "one"));
        take(put("x", "two"));
        take(put("x", "one"));
        assertThat(values(feed())).containsExactly("one", "two", "one");
        take(put("x", 5, "five"));
        take(put("x", "none"));
        take(put("x", 4, "four"));
        assertThat(current("x")).isEqualTo("four");
    }

    @Test
    void aNewerKeyWithTheSameContentIsRemembered() throws Exception {
        take(put("x", 1, "one"));
        assertThat(take(put("x", 5, "one")).unchanged()).isEqualTo(1);
        take(put("x", 3, "three"));
        assertThat(current("x")).isEqualTo("one");
        reopen();
        take(put("x", 4, "four"));
        assertThat(current("x")).isEqualTo("one");
    }

    @Test
    void aRecordTwiceInABatchIsFolded() throws Exception {
        Delivered delivered = take(
                put("x", 1, "one"),
                put("x", 3, "three"),
                put("x", 2, "two"),
                put("x", 3, "three"),
                put("y", 1, "one"),
                remove("y", VersionKey.revision(2)),
                put("y", 3, "again"));
        assertThat(delivered).isEqualTo(new Delivered(5, 2, 0, 0, 5));
        assertThat(values(feed())).containsExactly("one", "three", "one", "-", "again");
        assertThat(current("x")).isEqualTo("three");
        assertThat(current("y")).isEqualTo("again");
        assertThat(store.reader().history("facility", Sample.id("facility", "x"), 10))
                .extracting(v -> value(v.record()))
                .containsExactly("two", "three", "one");
    }

    @Test
    void aDeletedRecordCanComeBack() throws Exception {
        take(put("x", 1, "one"));
        assertThat(take(remove("x", VersionKey.revision(2))).accepted()).isEqualTo(1);
        assertThat(take(remove("x", VersionKey.revision(3))).unchanged()).isEqualTo(1);
        assertThat(take(remove("never", VersionKey.arrival())).unchanged()).isEqualTo(1);
        StoredVersion gone =
                store.reader().current("facility", Sample.id("facility", "x")).orElseThrow();
        assertThat(gone.record().op()).isEqualTo(Operation.DELETE);
        assertThat(gone.record().data()).isEmpty();
        take(put("x", 2, "too old"));
        assertThat(current("x")).isEqualTo("-");
        take(put("x", 4, "back"));
        assertThat(current("x")).isEqualTo("back");
        assertThat(values(feed())).containsExactly("one", "-", "back");
    }

    @Test
    void aDeleteThatComesBeforeItsRecordStands() throws Exception {
        assertThat(take(remove("x", VersionKey.revision(3))).accepted()).isEqualTo(1);
        take(put("x", 2, "too old"));
        assertThat(current("x")).isEqualTo("-");
        take(put("x", 4, "again"));
        assertThat(current("x")).isEqualTo("again");
    }

    @Test
    void aDeleteThatIsOlderIsHistory() throws Exception {
        take(put("x", 5, "five"));
        take(remove("x", VersionKey.revision(4)));
        take(remove("x", VersionKey.revision(4)));
        assertThat(current("x")).isEqualTo("five");
        assertThat(store.reader().history("facility", Sample.id("facility", "x"), 10))
                .hasSize(2);
    }

    @Test
    void aRecordThatMovesSaysWhereItWas() throws Exception {
        take(Sample.put("facility", "x", VersionKey.revision(1), "one", Optional.of(NORTH)));
        take(Sample.put("facility", "x", VersionKey.revision(2), "two", Optional.of(SOUTH)));
        take(Sample.put("facility", "x", VersionKey.revision(3), "three", Optional.of(SOUTH)));
        assertThat(feed())
                .extracting(LoggedRecord::previousArea)
                .containsExactly(Optional.empty(), Optional.of(NORTH), Optional.empty());
    }

    @Test
    void aLargeRecordIsPackedAndOneTooLargeGoesToQuarantine() throws Exception {
        String large = "abcdefghij".repeat(200_000);
        take(put("x", 1, large));
        assertThat(current("x")).isEqualTo(large);
        StringBuilder random = new StringBuilder();
        new java.util.Random(1).ints(3_000_000, 'a', 'z').forEach(c -> random.append((char) c));
        assertThat(take(put("y", 1, random.toString()), put("z", 1, "fine"))).isEqualTo(new Delivered(1, 0, 1, 0, 2));
        assertThat(current("y")).isEqualTo("none");
    }
}
