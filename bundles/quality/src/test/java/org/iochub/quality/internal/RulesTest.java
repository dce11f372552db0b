package org.iochub.quality.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.iochub.core.type.internal.TypeRegistry;
import org.junit.jupiter.api.Test;

class RulesTest {
    private static final Map<String, String> SHIPPED = RulesInForce.shipped();

    private static Rules rules(Map<String, String> own) {
        return new Rules(SHIPPED, own, new TypeRegistry().all());
    }

    @Test
    void everyShippedLineFitsTheModel() {
        Rules same = new Rules(Map.of(), SHIPPED, new TypeRegistry().all());

        assertThat(same.mistakes()).isEmpty();
        new TypeRegistry()
                .all()
                .forEach(type -> assertThat(SHIPPED).containsKeys(type.name() + ".version", type.name() + ".wished"));
    }

    @Test
    void anOperatorsLineCountsAndMarksTheVersion() {
        Rules rules = rules(Map.of(
                "dossier.wished", "dueAt", "agreed.quan-trac-1.within", "10m", "agreed.quan-trac-1.every", "30m"));

        assertThat(rules.of("dossier").wished()).containsExactly("dueAt");
        assertThat(rules.of("dossier").version()).matches("1\\+[0-9a-f]{6}");
        assertThat(rules.of("document").version()).isEqualTo("1");
        assertThat(rules.within("quan-trac-1", "observation")).contains(Duration.ofMinutes(10));
        assertThat(rules.within("quan-trac-2", "observation")).contains(Duration.ofHours(1));
        assertThat(rules.every("quan-trac-1", "dossier")).contains(Duration.ofMinutes(30));
        assertThat(rules.digest()).isNotEqualTo(rules(Map.of()).digest());
    }

    @Test
    void aLineThatCannotBeIsNamedAndLeftOut() {
        Rules rules = rules(Map.of(
                "dossier.wished", "dueAt, khongCo",
                "khong-co.wished", "x",
                "dossier.within", "a while",
                "dossier.placed", "maybe"));

        assertThat(rules.mistakes()).hasSize(4).anyMatch(line -> line.contains("khongCo"));
        assertThat(rules.of("dossier")).isEqualTo(rules(Map.of()).of("dossier"));
    }
}
