package org.iochub.store.internal.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.iochub.core.audit.AuditCheck;
import org.iochub.core.audit.AuditEntry;
import org.iochub.core.audit.AuditEvent;
import org.iochub.core.audit.AuditFilter;
import org.iochub.store.internal.jdbc.Database;
import org.iochub.store.internal.jdbc.Sql;
import org.iochub.store.internal.testing.StoreTest;
import org.junit.jupiter.api.Test;

/** The audit trail: nothing comes out of it or into it unseen. */
public abstract class AuditContract extends StoreTest {
    private static AuditEvent event(String actor, int i) {
        return new AuditEvent(actor, "Phòng «Y tế»", "read", "facility", Map.of("i", Integer.toString(i)));
    }

    private List<AuditEntry> all() {
        return store.audit().list(AuditFilter.all(), Long.MAX_VALUE, 10_000);
    }

    @Test
    void keepsWhatWasWrittenNewestFirstOverRestarts() {
        store.audit().append(List.of(event("a", 1), event("b", 2)));
        reopen();
        store.audit().append(List.of(event("a", 3)));

        assertThat(all()).extracting(AuditEntry::no).containsExactly(3L, 2L, 1L);
        assertThat(all().get(2).event()).isEqualTo(event("a", 1));
        AuditFilter filter = new AuditFilter(
                Optional.of("a"), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
        assertThat(store.audit().list(filter, Long.MAX_VALUE, 10))
                .extracting(AuditEntry::no)
                .containsExactly(3L, 1L);
        assertThat(store.audit().list(filter, 3, 10)).extracting(AuditEntry::no).containsExactly(1L);
        assertThat(store.audit().verify().broken()).isEmpty();
        assertThat(store.audit().verify().head()).isEqualTo(all().get(0).hash());
    }

    @Test
    void anEmptyTrailIsIntact() {
        assertThat(store.audit().verify().last()).isZero();
        assertThat(store.audit().verify().broken()).isEmpty();
    }

    @Test
    void manyWritersMakeOneChain() throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(4);
        List<Future<?>> writers = new ArrayList<>();
        for (int w = 0; w < 4; w++) {
            String actor = "w" + w;
            writers.add(pool.submit(() -> IntStream.range(0, 25)
                    .forEach(i -> store.audit().append(List.of(event(actor, i), event(actor, i))))));
        }
        for (Future<?> writer : writers) {
            writer.get();
        }
        pool.shutdown();
        AuditCheck check = store.audit().verify();
        assertThat(check.broken()).isEmpty();
        assertThat(check.last()).isEqualTo(200);
    }

    @Test
    void aChangedARemovedAndAnAddedEntryAreFound() throws Exception {
        store.audit().append(IntStream.range(0, 10).mapToObj(i -> event("a", i)).toList());
        tamper("UPDATE audit SET detail = '{\"i\":\"77\"}' WHERE no = 4");
        assertThat(store.audit().verify().broken()).hasValue(4);
        tamper("UPDATE audit SET detail = '{\"i\":\"3\"}' WHERE no = 4");
        assertThat(store.audit().verify().broken()).isEmpty();
        tamper("DELETE FROM audit WHERE no = 6");
        assertThat(store.audit().verify().broken()).hasValue(6);
    }

    @Test
    void whatIsForgottenLeavesAChainThatVerifies() {
        store.audit().append(IntStream.range(0, 10).mapToObj(i -> event("a", i)).toList());
        assertThat(store.audit().forget(Instant.parse("2020-01-01T00:00:00Z"))).isZero();
        assertThat(store.audit().forget(Instant.now().plusSeconds(60))).isEqualTo(10);
        assertThat(store.audit().verify().broken()).isEmpty();
        store.audit().append(List.of(event("a", 11)));
        assertThat(all()).extracting(AuditEntry::no).containsExactly(11L);
        assertThat(store.audit().verify().first()).isEqualTo(11);
        assertThat(store.audit().verify().broken()).isEmpty();
    }

    private void tamper(String sql) throws SQLException {
        store.close();
        try (Database database = new Database(place)) {
            database.transaction(c -> Sql.update(c, sql));
        }
        reopen();
    }
}
