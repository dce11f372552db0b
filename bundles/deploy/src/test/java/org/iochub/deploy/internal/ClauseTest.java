package org.iochub.deploy.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ClauseTest {
    @Test
    void readsNamesAttributesAndDirectives() {
        List<Clause> clauses = Clause.parse(
                Optional.of("a.b;c.d;version=\"[1,2)\",osgi.ee;filter:=\"(&(x=1)(y=2))\";v:Version=\"1.0\""));
        assertThat(clauses)
                .containsExactly(
                        new Clause(List.of("a.b", "c.d"), Map.of("version", "[1,2)"), Map.of()),
                        new Clause(List.of("osgi.ee"), Map.of("v", "1.0"), Map.of("filter", "(&(x=1)(y=2))")));
    }

    @Test
    void anAbsentHeaderHasNoClause() {
        assertThat(Clause.parse(Optional.empty())).isEmpty();
    }
}
