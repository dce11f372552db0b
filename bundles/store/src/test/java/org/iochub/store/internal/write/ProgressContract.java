package org.iochub.store.internal.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.iochub.store.internal.testing.Sample.message;
import static org.iochub.store.internal.testing.Sample.part;
import static org.iochub.store.internal.testing.Sample.put;
import static org.iochub.store.internal.testing.Sample.refused;
import static org.iochub.store.internal.testing.Sample.whole;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.iochub.api.Delivered;
import org.iochub.core.quarantine.QuarantineFilter;
import org.iochub.core.records.StoredVersion;
import org.iochub.core.store.Batch;
import org.iochub.core.store.MessageRef;
import org.iochub.core.store.RecordStore;
import org.iochub.model.FaultException;
import org.iochub.store.internal.testing.Sample;
import org.iochub.store.internal.testing.StoreTest;
import org.junit.jupiter.api.Test;

/** What was taken of a message, and who may write. */
public abstract class ProgressContract extends StoreTest {
    @Test
    void aNamedMessageIsTakenOnce() throws Exception {
        MessageRef m = message("a", "file");
        assertThat(store.records().resume(m)).isZero();
        submit(part(m, 0, false, put("x", "one"), put("y", "one")));
        assertThat(store.records().resume(m)).isEqualTo(2);
        assertThat(store.sources().checkpoint("a")).isEmpty();
        submit(new Batch(m, 2, 3, true, List.of(put("z", "one")), Optional.of("cp"), 0));
        submit(whole(message("a", "other"), put("x", "two")));
        reopen();
        assertThat(store.records().resume(m)).isEqualTo(RecordStore.TAKEN);
        assertThat(store.sources().checkpoint("a")).contains("cp");
        assertThat(store.records().resume(message("b", "file"))).isZero();
    }

    @Test
    void aMessageLeadsToEveryVersionItBroughtAndBack() throws Exception {
        MessageRef m = message("a", "file");
        submit(part(m, 0, false, put("x", "one"), put("y", "one")));
        submit(whole(message("b", "file"), put("w", "one")));
        submit(new Batch(m, 2, 4, true, List.of(put("z", "one"), put("x", "two")), Optional.of("cp"), 0));
        MessageRef next = message("a", "next");
        submit(whole(next, put("x", "two"), put("y", "two")));
        reopen();

        List<StoredVersion> first = store.messages().of("a", "file", Optional.empty(), 3);
        List<StoredVersion> rest = store.messages()
                .of("a", "file", Optional.of(first.get(2).record().version()), 3);
        assertThat(first).hasSize(3);
        assertThat(rest).hasSize(1);
        List<StoredVersion> all = Stream.concat(first.stream(), rest.stream()).toList();
        assertThat(all).extracting(StoredVersion::checkpoint).containsOnly(Optional.of("cp"));
        assertThat(all)
                .extracting(StoredVersion::receivedAt)
                .containsOnly(Optional.of(m.receivedAt().toInstant().atOffset(java.time.ZoneOffset.UTC)));
        assertThat(all).extracting(StoredVersion::message).containsOnly("file");
        assertThat(all.stream().map(v -> v.batch().orElseThrow()).distinct()).hasSize(2);
        assertThat(all).extracting(v -> v.record().position()).isSorted().doesNotHaveDuplicates();
        assertThat(store.messages().of("a", "next", Optional.empty(), 10)).hasSize(1);
        assertThat(store.messages().of("b", "file", Optional.empty(), 10)).hasSize(1);
        assertThat(store.messages().of("b", "next", Optional.empty(), 10)).isEmpty();
        assertThat(store.messages().of("a", "file", Optional.of("no number"), 10))
                .isEmpty();
    }

    @Test
    void aMessageKnownByItsDigestIsSkippedOnlyWhenItRepeatsTheLast() throws Exception {
        MessageRef a = message("a", "digest-a", false, "1");
        MessageRef b = message("a", "digest-b", false, "1");
        submit(whole(a, put("x", "one")));
        assertThat(store.records().resume(a)).isEqualTo(RecordStore.TAKEN);
        submit(whole(b, put("x", "two")));
        assertThat(store.records().resume(a)).isZero();
        submit(whole(a, put("x", "one")));
        assertThat(current("x")).isEqualTo("one");
        assertThat(store.records().resume(a)).isEqualTo(RecordStore.TAKEN);
        assertThat(store.records().resume(b)).isZero();
    }

    @Test
    void aSourceThatStartsOverIsTakenAnewAndChangesNothing() throws Exception {
        MessageRef m = message("a", "file");
        submit(new Batch(m, 0, 1, true, List.of(put("x", "one")), Optional.of("cp"), 0));
        submit(whole(message("b", "file"), put("y", "one")));

        store.sources().startOver("a");

        assertThat(store.sources().checkpoint("a")).isEmpty();
        assertThat(store.records().resume(m)).isZero();
        assertThat(submit(whole(m, put("x", "one"))).unchanged()).isEqualTo(1);
        assertThat(store.records().resume(message("b", "file"))).isEqualTo(RecordStore.TAKEN);
    }

    @Test
    void anotherVersionOfTheAdapterStartsAHalfTakenMessageAgain() throws Exception {
        MessageRef m = message("a", "file", true, "1");
        submit(part(m, 0, false, put("x", "one"), refused("bad", Sample.raw("a")), Sample.patch("q", "p", "v")));
        MessageRef newer = message("a", "file", true, "2");
        assertThat(store.records().resume(newer)).isZero();
        Delivered again = submit(
                part(newer, 0, true, put("x", "one"), refused("bad", Sample.raw("a")), Sample.patch("q", "p", "v")));
        assertThat(again).isEqualTo(new Delivered(0, 1, 1, 1, 0));
        assertThat(store.quarantine().count(QuarantineFilter.all())).isEqualTo(1);
        assertThat(store.quarantine().waitingPatches("a")).isEqualTo(1);
        assertThat(store.records().resume(m)).isEqualTo(RecordStore.TAKEN);
    }

    @Test
    void aBatchMustGoOnWhereTheLastEnded() throws Exception {
        MessageRef m = message("a", "file");
        submit(part(m, 0, false, put("x", "one")));
        assertFault("out-of-step", store.records().submit(part(m, 2, true, put("z", "one"))));
        // The rest of the message falls with it, until somebody asks.
        assertFault("earlier-batch-failed", store.records().submit(part(m, 1, true, put("y", "one"))));
        assertThat(store.records().resume(m)).isEqualTo(1);
        submit(part(m, 1, true, put("y", "one")));
        assertThat(values(feed())).hasSize(2);
    }

    @Test
    void whoLostTheLeaseCannotWrite() throws Exception {
        long first = store.records().takeOver("a", "node-1");
        long second = store.records().takeOver("a", "node-2");
        assertThat(second).isGreaterThan(first);
        Batch batch = whole(message("a", "m"), put("x", "one"));
        assertFault(
                "lease-lost",
                store.records()
                        .submit(new Batch(batch.message(), 0, 1, true, batch.entries(), Optional.empty(), first)));
        assertThat(current("x")).isEqualTo("none");
        assertThat(store.records().resume(batch.message())).isZero();
        submit(new Batch(batch.message(), 0, 1, true, batch.entries(), Optional.empty(), second));
        assertThat(current("x")).isEqualTo("one");
        submit(whole(message("b", "m"), put("y", "one")));
    }

    @Test
    void aStopIsRememberedWithTheCheckpoint() throws Exception {
        assertThat(store.sources().stopped("a")).isFalse();
        store.sources().stopped("a", true);
        submit(new Batch(message("a", "m"), 0, 1, true, List.of(put("x", "one")), Optional.of("cp"), 0));
        reopen();
        assertThat(store.sources().stopped("a")).isTrue();
        assertThat(store.sources().checkpoint("a")).contains("cp");
        store.sources().stopped("a", false);
        assertThat(store.sources().stopped("a")).isFalse();
        assertThat(store.sources().checkpoint("a")).contains("cp");
    }

    @Test
    void oldMessagesAreForgottenButNotTheLastTenThousand() throws Exception {
        for (int i = 0; i < 20; i++) {
            submit(whole(message("a", "m" + i), put("x", "v" + i)));
        }
        assertThat(store.upkeep().messages()).isZero();
        assertThat(store.records().resume(message("a", "m0"))).isEqualTo(RecordStore.TAKEN);
    }

    private static void assertFault(String code, CompletableFuture<Delivered> future) {
        assertThatThrownBy(future::get)
                .cause()
                .isInstanceOfSatisfying(
                        FaultException.class, e -> assertThat(e.fault().code()).isEqualTo(code));
    }
}
