package org.iochub.declarative.internal.expression;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.iochub.declarative.internal.DeclaredSettings;
import org.iochub.declarative.internal.expression.function.Tables;
import org.iochub.model.area.AreaRegistry;
import org.iochub.testkit.TestSource;

/** Expressions that somebody typed. */
public final class ExpressionBytes {
    private ExpressionBytes() {}

    public static void read(String text) {
        List<String> wrong = new ArrayList<>();
        Tables tables = new Tables(
                Map.of("status", Map.of("1", "received")), Map.of("ward", Map.of("P01", "21439")), Optional.empty());
        Expression expression =
                new JexlExpressions(List.of(), tables).compile(text, "/x", (pointer, what) -> wrong.add(what.en()));
        if (wrong.isEmpty()) {
            expression.evaluate(new Scope(
                    Map.of("a", "12/03/2026", "b", "1.234,5", "c", "Ba Tơ", "d", List.of("x", "y")),
                    Map.of("name", "a.json"),
                    TestSource.of(new DeclaredSettings(Map.of()), AreaRegistry.builtIn()),
                    OffsetDateTime.parse("2026-03-02T08:00:00+07:00"),
                    new ArrayList<>()));
        }
    }
}
