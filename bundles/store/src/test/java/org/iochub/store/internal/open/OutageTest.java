package org.iochub.store.internal.open;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.iochub.store.internal.testing.Sample.message;
import static org.iochub.store.internal.testing.Sample.put;
import static org.iochub.store.internal.testing.Sample.whole;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.iochub.model.FaultException;
import org.iochub.store.internal.jdbc.Database;
import org.iochub.store.internal.testing.Databases;
import org.iochub.store.internal.testing.Merger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The database goes away and comes back. */
class OutageTest {
    @TempDir
    Path folder;

    @Test
    void theStoreComesBackByItself() throws Exception {
        Database.Place place = Databases.postgresql().fresh(folder);
        try (Store store = new Store(Store.Settings.of(folder, place), new Merger(), p -> {}).opened()) {
            store.records().submit(whole(message("a", "m1"), put("x", "one"))).get();
            String name = place.url().orElseThrow().replaceAll(".*/([^/?]+)(\\?.*)?$", "$1");
            allow(name, false);
            assertThatThrownBy(() -> store.records()
                            .submit(whole(message("a", "m2"), put("x", "two")))
                            .get())
                    .isInstanceOf(ExecutionException.class)
                    .cause()
                    .isInstanceOfSatisfying(
                            FaultException.class,
                            e -> assertThat(e.fault().code()).isEqualTo("store-down"));
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> store.readiness().missing().isPresent());
            assertThatThrownBy(() -> store.feed().head()).isInstanceOf(FaultException.class);
            allow(name, true);
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> store.readiness().missing().isEmpty());
            assertThat(store.records().resume(message("a", "m2"))).isZero();
            store.records().submit(whole(message("a", "m2"), put("x", "two"))).get();
            assertThat(store.feed().head().position()).isEqualTo(2);
        }
    }

    @Test
    void aStoreThatCannotBeOpenedSaysWhy() {
        Database.Place nowhere = new Database.Place(
                Optional.of("jdbc:postgresql://127.0.0.1:1/none?connectTimeout=1"), "x", "y", folder, 2);
        try (Store store = new Store(Store.Settings.of(folder, nowhere), new Merger(), p -> {})) {
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> store.readiness()
                            .missing()
                            .filter(text -> text.en().contains("cannot be opened"))
                            .isPresent());
            assertThatThrownBy(() -> store.records().resume(message("a", "m"))).isInstanceOf(FaultException.class);
        }
    }

    private static void allow(String database, boolean allowed) throws Exception {
        EmbeddedPostgres server = Databases.Server.ONE;
        try (Connection c = server.getPostgresDatabase().getConnection();
                Statement statement = c.createStatement()) {
            statement.execute("ALTER DATABASE " + database + " ALLOW_CONNECTIONS " + allowed);
            statement.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '" + database
                    + "' AND pid <> pg_backend_pid()");
        }
    }
}
