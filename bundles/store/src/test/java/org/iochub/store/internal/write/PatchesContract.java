package org.iochub.store.internal.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.iochub.store.internal.testing.Sample.patch;
import static org.iochub.store.internal.testing.Sample.put;
import static org.iochub.store.internal.testing.Sample.remove;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.iochub.api.Delivered;
import org.iochub.core.quarantine.QuarantineFilter;
import org.iochub.core.quarantine.Quarantined;
import org.iochub.core.store.MessageRef;
import org.iochub.model.VersionKey;
import org.iochub.store.internal.testing.Sample;
import org.iochub.store.internal.testing.StoreTest;
import org.junit.jupiter.api.Test;

/** Parts of records. */
public abstract class PatchesContract extends StoreTest {
    @Test
    void aPatchIsMergedIntoWhatIsStoredAndWhatTheBatchBrings() throws Exception {
        take(put("x", 1, "one"));
        assertThat(take(patch("x", "p", "a"))).isEqualTo(new Delivered(1, 0, 0, 0, 2));
        assertThat(take(patch("x", "p", "a")).unchanged()).isEqualTo(1);
        assertThat(take(put("y", 1, "one"), patch("y", "p", "b"), patch("y", "q", "c")))
                .isEqualTo(new Delivered(3, 0, 0, 0, 5));
        assertThat(json("x")).endsWith(",\"p\":\"a\"}");
        assertThat(json("y")).endsWith(",\"p\":\"b\",\"q\":\"c\"}");
    }

    @Test
    void theSourceRepeatingItsRecordDoesNotUndoThePatch() throws Exception {
        take(put("x", 1, "one"));
        take(patch("x", "p", "a"));
        assertThat(take(put("x", 1, "one")).unchanged()).isEqualTo(1);
        assertThat(json("x")).contains("\"p\"");
        take(put("x", 2, "two"));
        assertThat(json("x")).doesNotContain("\"p\"");
    }

    @Test
    void aNewerRecordThatLeavesThePartOutKeepsIt() throws Exception {
        take(put("x", 1, "one"));
        take(patch("x", "steps", "a"));
        assertThat(take(put("x", 2, "two")).accepted()).isEqualTo(1);
        assertThat(json("x")).contains("two").endsWith(",\"steps\":\"a\"}");
        assertThat(take(put("x", 2, "two")).unchanged()).isEqualTo(1);
        assertThat(take(put("x", 1, "older")).unchanged()).isEqualTo(1);
        assertThat(json("x")).contains("two").endsWith(",\"steps\":\"a\"}");
    }

    @Test
    void aPatchWaitsForItsRecord() throws Exception {
        assertThat(take(patch("x", "p", "a"), patch("x", "q", "b"))).isEqualTo(new Delivered(0, 0, 0, 2, 0));
        assertThat(store.quarantine().waitingPatches("a")).isEqualTo(2);
        assertThat(store.quarantine().count(QuarantineFilter.all())).isZero();
        reopen();
        assertThat(take(put("y", 1, "other")).accepted()).isEqualTo(1);
        assertThat(take(put("x", 1, "one")).accepted()).isEqualTo(3);
        assertThat(json("x")).endsWith(",\"p\":\"a\",\"q\":\"b\"}");
        assertThat(store.quarantine().waitingPatches("a")).isZero();
        assertThat(store.quarantine().count(QuarantineFilter.all())).isZero();
        assertThat(store.reader()
                        .history("facility", Sample.id("facility", "x"), 5)
                        .get(0)
                        .rawPosition())
                .isEqualTo("at x.q");
    }

    @Test
    void aPatchOfADeletedRecordWaitsUntilItComesBack() throws Exception {
        take(put("x", 1, "one"));
        take(remove("x", VersionKey.revision(2)));
        assertThat(take(patch("x", "p", "a")).waiting()).isEqualTo(1);
        take(put("x", 3, "three"));
        assertThat(json("x")).endsWith(",\"p\":\"a\"}");
    }

    @Test
    void aPatchNobodyComesForGoesToQuarantine() throws Exception {
        take(patch("x", "p", "a"));
        store.upkeep().orphans(Duration.ofHours(1));
        assertThat(store.quarantine().waitingPatches("a")).isEqualTo(1);
        store.upkeep().orphans(Duration.ofSeconds(-1));
        assertThat(store.quarantine().waitingPatches("a")).isZero();
        Quarantined entry = store.quarantine()
                .page(QuarantineFilter.all(), Long.MAX_VALUE, 10)
                .get(0);
        assertThat(entry.stage()).isEqualTo("orphan");
        assertThat(entry.fault().code()).isEqualTo("unknown-record");
        assertThat(entry.fault().where()).isEqualTo("x");
        assertThat(store.quarantine().raw(entry.id()).orElseThrow().readAllBytes())
                .isEqualTo("x.p".getBytes(StandardCharsets.UTF_8));
        take(put("x", 1, "one"));
        assertThat(json("x")).doesNotContain("\"p\"");
    }

    @Test
    void aPatchThatCannotBeMergedGoesToQuarantine() throws Exception {
        take(put("x", 1, "one"));
        assertThat(take(patch("x", "bad", "a"), patch("x", "p", "b"))).isEqualTo(new Delivered(1, 0, 1, 0, 2));
        assertThat(store.quarantine().page(QuarantineFilter.all(), Long.MAX_VALUE, 10))
                .extracting(Quarantined::stage)
                .containsExactly("merge");
        take(patch("z", "bad", "a"));
        take(put("z", 1, "one"));
        assertThat(store.quarantine().count(QuarantineFilter.all())).isEqualTo(2);
        assertThat(store.quarantine().waitingPatches("a")).isZero();
    }

    @Test
    void aPatchOfAnotherSourceDoesNotTakeTheRecordOver() throws Exception {
        take(put("x", 1, "one"), put("y", 1, "one"));
        MessageRef other = Sample.message("b", "other");
        submit(Sample.whole(other, patch("x", "p", "a"), Sample.put("facility", "z", VersionKey.revision(1), "z")));
        submit(Sample.whole(
                Sample.message("b", "list"),
                Sample.put("facility", "z", VersionKey.revision(1), "z"),
                Sample.listEnd("facility")));
        assertThat(json("x")).endsWith(",\"p\":\"a\"}");
        assertThat(current("y")).isEqualTo("one");
    }

    private String json(String name) {
        return new String(
                store.reader()
                        .current("facility", Sample.id("facility", name))
                        .orElseThrow()
                        .record()
                        .data(),
                StandardCharsets.UTF_8);
    }
}
