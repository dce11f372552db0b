package org.iochub.store.internal.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.iochub.store.internal.testing.Sample.patch;
import static org.iochub.store.internal.testing.Sample.put;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.iochub.core.erasure.ErasureReport;
import org.iochub.core.log.FeedFilter;
import org.iochub.core.log.LoggedRecord;
import org.iochub.core.log.Operation;
import org.iochub.core.records.StoredVersion;
import org.iochub.model.Fault;
import org.iochub.model.VersionKey;
import org.iochub.store.internal.jdbc.Database;
import org.iochub.store.internal.jdbc.Sql;
import org.iochub.store.internal.testing.Sample;
import org.iochub.store.internal.testing.StoreTest;
import org.junit.jupiter.api.Test;

/** What is erased is nowhere in the store any more, and consumers learn that it is gone. */
public abstract class ErasureContract extends StoreTest {
    private static final String SECRET = "bi-mat-7731";

    private Optional<ErasureReport> erase(String name) {
        return store.erasures().erase("facility", Sample.id("facility", name));
    }

    /** All that all tables hold, as text. */
    private String everything() throws Exception {
        store.close();
        StringBuilder all = new StringBuilder();
        try (Database database = new Database(place)) {
            database.read(c -> {
                List<String> tables = Sql.list(
                        c,
                        row -> row.getString(1),
                        "SELECT table_name FROM information_schema.tables WHERE table_schema = CURRENT_SCHEMA"
                                + " AND table_type = 'BASE TABLE'");
                for (String table : tables) {
                    if (!table.equalsIgnoreCase("schema_history")) {
                        Sql.list(c, row -> all.append(text(row)), "SELECT * FROM " + table);
                    }
                }
                return null;
            });
        }
        reopen();
        return all.toString();
    }

    private static String text(ResultSet row) throws java.sql.SQLException {
        ResultSetMetaData columns = row.getMetaData();
        List<String> values = new ArrayList<>();
        for (int i = 1; i <= columns.getColumnCount(); i++) {
            Object value = row.getObject(i);
            values.add(
                    value instanceof byte[] bytes ? new String(bytes, StandardCharsets.UTF_8) : String.valueOf(value));
        }
        return String.join("|", values) + "\n";
    }

    @Test
    void nothingOfItIsLeftAndConsumersGetADelete() throws Exception {
        take(put("x", 1, SECRET + "-1"), put("y", 1, "other"));
        take(put("x", 3, SECRET + "-2"));
        take(put("x", 2, SECRET + "-late"));
        assertThat(everything()).contains(SECRET);

        ErasureReport report = erase("x").orElseThrow();

        assertThat(report.versions()).isEqualTo(3);
        assertThat(report.position()).isEqualTo(4);
        assertThat(report.messages())
                .extracting(each -> each.source() + ": " + each.message())
                .containsExactly("a: m1", "a: m2", "a: m3");
        assertThat(store.erasures().after(0, 10)).hasSize(3);
        assertThat(store.erasures().after(3, 10)).isEmpty();
        assertThat(everything()).doesNotContain(SECRET).contains("other");
        LoggedRecord last =
                store.feed().read(FeedFilter.all(), 3, 10, 10_000).records().get(0);
        assertThat(last.op()).isEqualTo(Operation.DELETE);
        assertThat(last.reason()).contains("erasure");
        assertThat(last.source()).isEqualTo("a");
        assertThat(feed().stream().filter(record -> record.id().equals(last.id())))
                .hasSize(3)
                .allMatch(record -> record.op() == Operation.DELETE && record.data().length == 0);
        assertThat(store.reader().history("facility", Sample.id("facility", "x"), 10))
                .hasSize(4)
                .extracting(StoredVersion::record)
                .allMatch(record -> record.reason().equals(Optional.of("erasure")));
        assertThat(current("x")).isEqualTo("-");
        assertThat(current("y")).isEqualTo("other");
    }

    @Test
    void whatWaitsForItAndWhatWasRefusedOfItGoesToo() throws Exception {
        take(patch("z", "value", SECRET));
        take(put("x", 1, "a"), Sample.refused("bad", Sample.raw("x:a")));
        assertThat(store.quarantine()).isNotNull();

        assertThat(erase("z").orElseThrow().patches()).isEqualTo(1);
        assertThat(erase("x").orElseThrow().quarantined()).isEqualTo(1);

        assertThat(everything()).doesNotContain(SECRET).doesNotContain("x:a");
    }

    @Test
    void whoseEvidenceWentWithItSaysSoAndIsNotTouched() throws Exception {
        take(put("x", 1, SECRET), put("y", 1, "of the same message"));
        take(put("y", 2, "of another"));

        erase("x");

        assertThat(store.reader().history("facility", Sample.id("facility", "y"), 10))
                .extracting(version -> version.message() + " "
                        + version.notes().stream().map(Fault::code).toList())
                .containsExactly("m2 []", "m1 [raw-erased]");
        assertThat(store.erasures().erased("a", "m1")).isPresent();
        assertThat(store.erasures().erased("a", "m2")).isEmpty();
        assertThat(current("y")).isEqualTo("of another");
        assertThat(erase("x").orElseThrow().messages()).isEmpty();
    }

    @Test
    void aDeletedOneLosesItsHistoryAndAnUnknownOneIsUnknown() throws Exception {
        take(put("x", 1, SECRET));
        take(Sample.remove("x", VersionKey.revision(2)));

        assertThat(erase("x")).isPresent();
        assertThat(erase("nobody")).isEmpty();
        assertThat(store.erasures().erase("no-such-type", Sample.id("facility", "x")))
                .isEmpty();

        assertThat(everything()).doesNotContain(SECRET);
        take(put("x", 3, "again"));
        assertThat(current("x")).isEqualTo("again");
    }
}
