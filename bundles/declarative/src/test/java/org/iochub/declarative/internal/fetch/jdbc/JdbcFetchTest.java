package org.iochub.declarative.internal.fetch.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.iochub.declarative.internal.DeclaredSettings;
import org.iochub.declarative.internal.fetch.inbox.Compile;
import org.iochub.declarative.internal.fetch.inbox.Lines;
import org.iochub.declarative.internal.fetch.inbox.Silence;
import org.iochub.declarative.internal.fetch.inbox.Standard;
import org.iochub.testkit.TestHub;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JdbcFetchTest {
    private static final Clock NOW = Clock.fixed(Instant.parse("2026-03-02T01:00:00Z"), ZoneId.of("Asia/Ho_Chi_Minh"));
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String STREAMED = "SELECT * FROM t WHERE moc >= :watermark ORDER BY moc";
    private static final String LIMITED = STREAMED + " LIMIT :limit";
    private static final String KEYED =
            "SELECT * FROM t WHERE (moc, id) > (:watermark, :key) ORDER BY moc, id LIMIT :limit";

    private final String url = "jdbc:h2:mem:" + UUID.randomUUID();
    private Connection database;
    private TestHub<DeclaredSettings> hub;

    @BeforeEach
    void open() throws SQLException {
        database = DriverManager.getConnection(url, "sa", Compile.HIDDEN);
        sql("CREATE TABLE t (id INT PRIMARY KEY, ten VARCHAR(100), moc TIMESTAMP)");
    }

    @AfterEach
    void close() throws SQLException {
        if (hub != null) {
            hub.close();
        }
        database.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {STREAMED, LIMITED})
    void losesNoTieAtAChunksEnd(String query) throws Exception {
        // 25 rows of three watermarks, chunks of 10: every watermark is met by a chunk's end.
        for (int i = 0; i < 25; i++) {
            row(i, "2026-03-01T08:00:0" + i / 9);
        }
        start(query, "");
        allOf(25);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(hub.checkpoint()).hasValue("{\"mark\":\"2026-03-01T08:00:02\"}"));
    }

    @Test
    void readsWithAKeyAndMeetsNothingTwice() throws Exception {
        for (int i = 0; i < 25; i++) {
            row(i, "2026-03-01T08:00:00");
        }
        start(KEYED, ", overlap: 0s, key: { column: id }");
        allOf(25);
        upToDate();

        assertThat(Lines.taken(hub)).hasSize(25).doesNotHaveDuplicates();
        row(25, "2026-03-01T08:00:00");
        allOf(26);
        assertThat(Lines.taken(hub)).hasSize(26).doesNotHaveDuplicates();
    }

    @Test
    void findsWhatChangedAndWhatWasCommittedLate() throws Exception {
        row(1, "2026-03-01T08:00:00");
        start(STREAMED, ", overlap: 10m");
        allOf(1);
        row(2, "2026-03-01T07:55:00");
        row(3, "2026-03-01T07:00:00");
        allOf(2);
        sql("UPDATE t SET ten = 'mới', moc = TIMESTAMP '2026-03-01 08:01:00' WHERE id = 1");
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(Lines.taken(hub))
                        .anySatisfy(line -> assertThat(line).contains("\"mới\"")));

        assertThat(Lines.taken(hub)).noneSatisfy(line -> assertThat(line).startsWith("{\"ID\":3,"));
    }

    @Test
    void startsWhereItIsTold() throws Exception {
        row(1, "2025-12-31T23:59:59");
        row(2, "2026-01-01T00:00:00");
        start(STREAMED, ", start: 2026-01-01");
        upToDate();

        assertThat(hub.codes())
                .singleElement()
                .satisfies(line -> assertThat(line).startsWith("{\"ID\":2,"));
    }

    @Test
    void aRowFromTheFutureHidesNothing() throws Exception {
        row(1, "2099-01-01T00:00:00");
        start(STREAMED, ", overlap: 0s");
        upToDate();
        row(2, "2026-03-02T08:30:00");
        allOf(2);
    }

    @Test
    void goesOnInTheMiddleAfterARestart() throws Exception {
        for (int i = 0; i < 35; i++) {
            row(i, "2026-03-01T08:00:" + (10 + i / 2));
        }
        hub = Lines.hub(Compile.good(new JdbcFetchFactory(), options(STREAMED, ", overlap: 1h")));
        hub.refuse(id -> hub.taken().size() == 2);
        hub.start(Compile.settings(url), NOW);
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(hub.refused()).isPositive());
        hub.stop();
        assertThat(hub.checkpoint()).hasValue("{\"mark\":\"2026-03-01T08:00:19\",\"within\":true}");

        hub.refuse(id -> false);
        hub.start(Compile.settings(url), NOW);
        allOf(35);
        // Twenty, and from the watermark that the second chunk ended in: no overlap within one reading.
        assertThat(hub.taken().get(2).changes()).hasSize(10);
        assertThat(Lines.taken(hub).get(20)).startsWith("{\"ID\":18,");
    }

    @Test
    void aMessageThatIsNotTakenComesAgain() throws Exception {
        row(1, "2026-03-01T08:00:00");
        hub = Lines.hub(Compile.good(new JdbcFetchFactory(), options(STREAMED, "")));
        hub.refuse(id -> true);
        hub.start(Compile.settings(url), NOW);
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(hub.refused()).isGreaterThan(1));
        assertThat(hub.checkpoint()).isEmpty();
        assertThat(hub.waitings()).isEmpty();

        hub.refuse(id -> false);
        allOf(1);
    }

    @Test
    void tooManyTiesForALimitedQueryAreAFault() throws Exception {
        sql("INSERT INTO t SELECT x, 'một', TIMESTAMP '2026-03-01 08:00:00' FROM SYSTEM_RANGE(1, 700)");
        start(LIMITED, "");

        waitingFor("leave :limit out, raise limit, or declare watermark.key");
    }

    @Test
    void someTiesBeyondTheLimitAreRead() throws Exception {
        sql("INSERT INTO t SELECT x, 'một', TIMESTAMP '2026-03-01 08:00:00' FROM SYSTEM_RANGE(1, 300)");
        start(LIMITED, "");

        allOf(300);
    }

    @Test
    void aResultInTheWrongOrderIsAFault() throws Exception {
        row(1, "2026-03-01T08:00:00");
        row(2, "2026-03-01T09:00:00");
        start(STREAMED + " DESC", "");

        waitingFor("not in the order of the watermark «moc»");
    }

    @Test
    void readsAWholeTableOnlyWhenItChanged() throws Exception {
        row(1, "2026-03-01T08:00:00");
        row(2, "2026-03-01T08:00:00");
        hub = Lines.hub(Compile.good(new JdbcFetchFactory(), plain("SELECT id, ten FROM t ORDER BY id")));
        hub.start(Compile.settings(url), NOW);
        upToDate();
        upToDate();
        assertThat(hub.taken()).hasSize(1);
        assertThat(Lines.taken(hub)).containsExactly("{\"ID\":1,\"TEN\":\"tên 1\"}", "{\"ID\":2,\"TEN\":\"tên 2\"}");

        sql("DELETE FROM t WHERE id = 2");
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(hub.taken()).hasSize(2));
        assertThat(hub.taken().get(1).changes()).hasSize(1);
        hub.stop();
        hub.start(Compile.settings(url), NOW);
        upToDate();
        assertThat(hub.taken()).hasSize(2);
    }

    @Test
    void writesEachTypeAsItIs() throws Exception {
        hub = Lines.hub(Compile.good(new JdbcFetchFactory(), plain("""
                SELECT CAST(1.50 AS DECIMAL(9,2)) AS "so", 9007199254740993 AS "lon", TRUE AS "dung",
                DATE '2026-03-01' AS "ngay", TIME '08:30:00' AS "gio", TIMESTAMP '2026-03-01 08:30:00' AS "luc",
                TIMESTAMP WITH TIME ZONE '2026-03-01 01:30:00+00' AS "lucUtc", CAST(0.1 AS REAL) AS "thuc",
                CAST('NaN' AS DOUBLE PRECISION) AS "khong", CAST(NULL AS INT) AS "rong", ARRAY[1, 2] AS "mang",
                CAST('dài' AS CLOB) AS "vanBan", JSON '{"a":1}' AS "json",
                CAST('POINT (108.8 15.1)' AS GEOMETRY) AS "viTri" """.replace("\n", " "))));
        hub.start(Compile.settings(url), NOW);
        upToDate();

        assertThat(Lines.taken(hub))
                .containsExactly("{\"so\":1.50,\"lon\":9007199254740993,\"dung\":true,\"ngay\":\"2026-03-01\","
                        + "\"gio\":\"08:30\",\"luc\":\"2026-03-01T08:30:00+07:00\","
                        + "\"lucUtc\":\"2026-03-01T08:30:00+07:00\",\"thuc\":0.1,\"khong\":\"NaN\",\"mang\":[1,2],"
                        + "\"vanBan\":\"dài\",\"json\":{\"a\":1},\"viTri\":\"POINT (108.8 15.1)\"}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT X'00FF' AS anh | column «ANH» is binary",
                "SELECT 1 AS a, 2 AS a | two columns the name «A»",
                "SELECT * FROM khong_co | does not accept the query (Table \"KHONG_CO\" not found",
            })
    void saysWhatIsWrongWithAQuery(String example) throws Exception {
        String[] parts = example.split(" \\| ");
        hub = Lines.hub(Compile.good(new JdbcFetchFactory(), plain(parts[0])));
        hub.start(Compile.settings(url), NOW);

        waitingFor(parts[1]);
    }

    @Test
    void aWatermarkThatTheQueryDoesNotGiveIsAFault() throws Exception {
        row(1, "2026-03-01T08:00:00");
        start("SELECT id FROM t WHERE moc >= :watermark ORDER BY moc", "");

        waitingFor("does not give the column «moc» (it gives: ID)");
    }

    @Test
    void waitsForAnUnknownDriverAndForAServerThatIsDownOrSilent() throws Exception {
        hub = Lines.hub(Compile.good(new JdbcFetchFactory(), plain("SELECT 1 AS mot")));
        hub.start(Compile.settings("jdbc:oracle:thin:@//localhost/dat"), NOW);
        waitingFor("add the OSGi bundle com.oracle.database.jdbc:ojdbc11");
        hub.stop();
        hub.start(Compile.settings("jdbc:sybase:Tds:localhost/dat"), NOW);
        waitingFor("has to start with one of: jdbc:postgresql:, jdbc:h2:");
        hub.stop();
        hub.start(Compile.settings("jdbc:postgresql://localhost:" + Silence.free() + "/dat"), NOW);
        waitingFor("cannot be connected to");
        hub.stop();
        try (Silence silence = Silence.open()) {
            hub.start(Compile.settings("jdbc:postgresql://localhost:" + silence.port() + "/dat"), NOW);
            waitingFor("cannot be connected to");
            hub.stop();
        }
    }

    @Test
    void showsNoSecret() throws Exception {
        row(1, "2026-03-01T08:00:00");
        try (Standard log = new Standard()) {
            start(STREAMED, "");
            allOf(1);
            hub.stop();
            hub.start(Compile.settings(url.replace("mem:", "mem:khac;IFEXISTS=TRUE;X=")), NOW);
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(hub.waitings()).isNotEmpty());

            assertThat(log.text() + hub.waitings() + hub.taken()).doesNotContain(Compile.HIDDEN);
        }
    }

    private void start(String query, String more) throws Exception {
        hub = Lines.hub(Compile.good(new JdbcFetchFactory(), options(query, more)));
        hub.start(Compile.settings(url), NOW);
    }

    private static String options(String query, String more) {
        return plain(query) + "\nwatermark: { column: moc" + more + " }";
    }

    private static String plain(String query) {
        return "url: \"{{address}}\"\nuser: sa\npassword: \"{{hidden}}\"\nevery: 50ms\ntimeout: 1s\nlimit: 10\nquery: |\n  "
                + query;
    }

    private void row(int id, String mark) throws SQLException {
        sql("INSERT INTO t VALUES (" + id + ", 'tên " + id + "', TIMESTAMP '" + mark.replace('T', ' ') + "')");
    }

    private void sql(String text) throws SQLException {
        try (Statement statement = database.createStatement()) {
            statement.execute(text);
        }
    }

    private void allOf(int count) {
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(hub.codes()).hasSize(count));
    }

    private void upToDate() {
        int goal = hub.timesUpToDate() + 2;
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(hub.timesUpToDate()).isGreaterThanOrEqualTo(goal));
    }

    private void waitingFor(String sentence) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(List.copyOf(hub.waitings()))
                        .anySatisfy(text -> assertThat(text.en()).contains(sentence)));
    }
}
