package org.iochub.store.internal.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.iochub.store.internal.testing.Sample.listEnd;
import static org.iochub.store.internal.testing.Sample.message;
import static org.iochub.store.internal.testing.Sample.part;
import static org.iochub.store.internal.testing.Sample.put;
import static org.iochub.store.internal.testing.Sample.refused;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.iochub.api.Delivered;
import org.iochub.core.log.FeedFilter;
import org.iochub.core.store.Entry;
import org.iochub.core.store.MessageRef;
import org.iochub.model.VersionKey;
import org.iochub.store.internal.testing.Sample;
import org.iochub.store.internal.testing.StoreTest;
import org.junit.jupiter.api.Test;

/** Complete lists. */
public abstract class ListsContract extends StoreTest {
    @Test
    void whatTheListDoesNotNameIsDeleted() throws Exception {
        take(records(0, 40));
        submit(Sample.whole(message("b", "m"), Sample.put("facility", "theirs", VersionKey.arrival(), "v")));
        take(Sample.put("document", "paper", VersionKey.arrival(), "v"));
        Delivered delivered = take(list(records(2, 40)));
        assertThat(delivered).isEqualTo(new Delivered(2, 38, 0, 0, 44));
        assertThat(current("r0")).isEqualTo("-");
        assertThat(current("r1")).isEqualTo("-");
        assertThat(current("theirs")).isEqualTo("v");
        assertThat(store.sources().confirmations("a")).isEmpty();
        assertThat(take(list(records(0, 40))).accepted()).isEqualTo(2);
    }

    @Test
    void oneOfFewMayVanish() throws Exception {
        take(records(0, 3));
        assertThat(take(list(records(0, 2))).accepted()).isEqualTo(1);
        assertThat(current("r2")).isEqualTo("-");
    }

    @Test
    void aListOfManyMessagesPartsIsRememberedOverARestart() throws Exception {
        take(records(0, 40));
        MessageRef m = message("a", "long");
        submit(part(m, 0, false, records(0, 20)));
        reopen();
        assertThat(store.records().resume(m)).isEqualTo(20);
        submit(part(m, 20, false, records(20, 39)));
        Delivered delivered = submit(part(m, 39, true, listEnd("facility")));
        assertThat(delivered.accepted()).isEqualTo(1);
        assertThat(current("r39")).isEqualTo("-");
    }

    @Test
    void tooManyVanishedWaitForAWord() throws Exception {
        take(records(0, 40));
        assertThat(take(list(records(0, 30))).accepted()).isZero();
        assertThat(store.sources().confirmations("a")).containsExactly("facility (10 of 40)");
        assertThat(current("r35")).isEqualTo("v");
        reopen();
        // Changed since: the person's word does not concern it any more.
        take(put("r39", "new"));
        assertThat(store.sources().confirm("a", "facility")).isEqualTo(9);
        assertThat(store.sources().confirmations("a")).isEmpty();
        assertThat(current("r35")).isEqualTo("-");
        assertThat(current("r39")).isEqualTo("new");
        assertThat(store.sources().confirm("a", "facility")).isZero();
        assertThat(feed()).hasSize(50);
        assertThat(store.reader().page("facility", FeedFilter.all(), Optional.empty(), 100))
                .hasSize(31);
    }

    @Test
    void aLaterListAnswersTheQuestion() throws Exception {
        take(records(0, 40));
        take(list(records(0, 30)));
        take(list(records(0, 40)));
        assertThat(store.sources().confirmations("a")).isEmpty();
        take(list(records(0, 20)));
        take(list(records(0, 10)));
        assertThat(store.sources().confirmations("a")).containsExactly("facility (30 of 40)");
    }

    @Test
    void aRefusedRecordMayBeTheMissingOne() throws Exception {
        take(records(0, 40));
        List<Entry> entries = new ArrayList<>(List.of(records(0, 39)));
        entries.add(refused("bad", Sample.raw("r39")));
        entries.add(listEnd("facility"));
        take(entries.toArray(Entry[]::new));
        assertThat(current("r39")).isEqualTo("v");
        assertThat(store.sources().confirmations("a")).containsExactly("facility (1 of 40)");
    }

    private static Entry[] records(int from, int to) {
        return IntStream.range(from, to).mapToObj(i -> put("r" + i, "v")).toArray(Entry[]::new);
    }

    private static Entry[] list(Entry... named) {
        List<Entry> entries = new ArrayList<>(List.of(named));
        entries.add(listEnd("facility"));
        return entries.toArray(Entry[]::new);
    }
}
