package org.iochub.declarative.internal.fetch.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NamedQueryTest {
    @Test
    void findsParametersAndNothingElse() {
        NamedQuery query = NamedQuery.parse("""
                SELECT a::date, ':limit' AS ":key" -- :key
                /* :key */ FROM t WHERE (m, k) > (:watermark, :key) AND note <> 'it''s :here' LIMIT :limit""");

        assertThat(query.parameters()).containsExactly("watermark", "key", "limit");
        assertThat(query.sql())
                .contains("a::date", "':limit' AS \":key\" -- :key", "/* :key */", "(m, k) > (?, ?)", "LIMIT ?")
                .contains("'it''s :here'");
    }
}
