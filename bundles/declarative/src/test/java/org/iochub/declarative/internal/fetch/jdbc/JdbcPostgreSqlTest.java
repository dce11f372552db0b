package org.iochub.declarative.internal.fetch.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.iochub.declarative.internal.DeclaredSettings;
import org.iochub.declarative.internal.fetch.inbox.Compile;
import org.iochub.declarative.internal.fetch.inbox.Lines;
import org.iochub.testkit.TestHub;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class JdbcPostgreSqlTest {
    private static final Clock NOW = Clock.fixed(Instant.parse("2026-03-02T01:00:00Z"), ZoneId.of("Asia/Ho_Chi_Minh"));
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static EmbeddedPostgres server;

    private TestHub<DeclaredSettings> hub;

    @BeforeAll
    static void startServer() throws IOException {
        server = EmbeddedPostgres.builder().setServerConfig("fsync", "off").start();
    }

    @AfterAll
    static void stopServer() throws IOException {
        server.close();
    }

    @BeforeEach
    void table() throws SQLException {
        sql("DROP TABLE IF EXISTS dat");
        sql("CREATE TABLE dat (id bigint PRIMARY KEY, luc timestamptz, ho_so jsonb, vi_tri point, tong numeric(9,3))");
    }

    @AfterEach
    void close() {
        if (hub != null) {
            hub.close();
        }
    }

    @Test
    void readsTheInstantsOfAZonedWatermark() throws Exception {
        sql("INSERT INTO dat SELECT i, TIMESTAMPTZ '2026-02-01 00:00+07' + i * interval '1 second', '{\"a\": [1]}',"
                + " point(108, 15), i / 8.0 FROM generate_series(1, 2500) i");
        start(
                "SELECT * FROM dat WHERE luc >= :watermark ORDER BY luc",
                "watermark: { column: luc, start: 2026-02-01T00:00:02 }");
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(hub.codes()).hasSize(2499));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(hub.checkpoint()).hasValue("{\"mark\":\"2026-01-31T17:41:40Z\"}"));

        assertThat(hub.codes().get(0)).startsWith("{\"id\":10,\"luc\":\"2026-02-01T00:00:10+07:00\"");
        assertThat(hub.codes())
                .contains("{\"id\":2,\"luc\":\"2026-02-01T00:00:02+07:00\",\"ho_so\":{\"a\":[1]},"
                        + "\"vi_tri\":\"(108,15)\",\"tong\":0.250}");
        sql("INSERT INTO dat VALUES (9999, '2026-02-01 00:41:45+07', NULL, NULL, NULL)");
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(hub.codes()).contains("{\"id\":9999,\"luc\":\"2026-02-01T00:41:45+07:00\"}"));
    }

    @Test
    void aQueryThatHangsIsEndedAndTheSourceGoesOn() throws Exception {
        start("SELECT pg_sleep(CASE WHEN EXISTS (SELECT FROM dat) THEN 0 ELSE 60 END) IS NULL AS ngu, 1 AS mot", "");
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(hub.waitings())
                        .anySatisfy(text -> assertThat(text.en()).contains("did not end in time")));

        sql("INSERT INTO dat VALUES (1)");
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(hub.codes()).hasSize(1));
    }

    @Test
    void writesNothing() throws Exception {
        sql("INSERT INTO dat VALUES (1)");
        sql("CREATE OR REPLACE FUNCTION xoa() RETURNS int AS 'DELETE FROM dat; SELECT 1' LANGUAGE sql");
        start("SELECT xoa() AS mot", "");
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(hub.waitings())
                        .anySatisfy(text -> assertThat(text.en()).contains("SQLSTATE 25006")));
    }

    @Test
    void aWrongAccountAndAWrongDatabaseAreNamed() throws Exception {
        hub = Lines.hub(
                Compile.good(new JdbcFetchFactory(), "url: \"{{address}}\"\nuser: postgres\nquery: SELECT 1 AS mot"));
        hub.start(Compile.settings(server.getJdbcUrl("postgres", "khong_co")), NOW);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(hub.waitings())
                        .anySatisfy(text -> assertThat(text.en()).contains("no such database")));
    }

    private void start(String query, String more) throws Exception {
        hub = Lines.hub(Compile.good(
                new JdbcFetchFactory(),
                "url: \"{{address}}\"\nuser: postgres\nevery: 50ms\ntimeout: 2s\nquery: " + query + "\n" + more));
        hub.start(Compile.settings(server.getJdbcUrl("postgres", "postgres")), NOW);
    }

    private static void sql(String text) throws SQLException {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(text);
        }
    }
}
