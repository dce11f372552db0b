package org.iochub.declarative.internal.fetch.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import org.iochub.api.Transport;
import org.iochub.declarative.internal.fetch.inbox.Compile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JdbcFetchFactoryTest {
    private final JdbcFetchFactory factory = new JdbcFetchFactory();

    @Test
    void takesWhatTheDocumentationShows() {
        assertThat(Compile.good(factory, """
                        url: "{{address}}"
                        user: iochub
                        password: "{{hidden}}"
                        query: |
                          SELECT * FROM thua_dat WHERE (cap_nhat, id) > (:watermark, :key)
                          ORDER BY cap_nhat, id LIMIT :limit
                        every: 10m
                        timeout: 30s
                        limit: 500
                        zone: Asia/Ho_Chi_Minh
                        watermark: { column: cap_nhat, overlap: 15m, start: 2020-01-01, key: { column: id } }
                        """).transport()).isEqualTo(Transport.JDBC);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "DELETE FROM t | /query: The query has to be one SELECT",
                "SELECT 1; DROP TABLE t | /query: The query has to be one SELECT",
                "SELECT * FROM t WHERE m >= :watermark ORDER BY m | /watermark: The parameter :watermark",
                "SELECT * FROM t LIMIT :limit | /query: Without a watermark :limit loses rows",
                "SELECT * FROM t WHERE m > :moc | /query: There is no parameter «:moc»",
                "SELECT '{{hidden}}' FROM t | /query: No secret may stand",
                "SELECT '{{nowhere}}' FROM t | /query: There is no setting «nowhere»",
            })
    void namesWhatIsWrongWithAQuery(String query, String problem) {
        assertThat(Compile.problems(factory, "url: jdbc:h2:mem:x\nquery: \"" + query + "\""))
                .anySatisfy(text -> assertThat(text).startsWith("/from/jdbc" + problem));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{ column: m, overlap: lâu } | /watermark/overlap",
                "{ column: m, kind: number, overlap: 10m } | /watermark/overlap",
                "{ column: m, kind: text, overlap: 1 } | /watermark/overlap",
                "{ column: m, start: hôm qua } | /watermark/start",
                "{ column: m, key: { column: k } } | /query",
            })
    void namesWhatIsWrongWithAWatermark(String watermark, String pointer) {
        assertThat(Compile.problems(
                        factory,
                        "url: jdbc:h2:mem:x\nquery: SELECT * FROM t WHERE m >= :watermark ORDER BY m\nwatermark: "
                                + watermark))
                .singleElement()
                .satisfies(text -> assertThat(text).startsWith("/from/jdbc" + pointer + ": "));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"url: x", "url: x\nquery: SELECT 1\nqueyr: y", "url: x\nquery: SELECT 1\nlimit: 0", "url: 1"})
    void theSchemaRefuses(String yaml) {
        assertThat(Compile.misfits(factory, yaml)).isNotEmpty();
    }
}
