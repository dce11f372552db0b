package org.iochub.declarative.internal.expression;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.iochub.api.Secret;
import org.iochub.api.SettingKey;
import org.iochub.declarative.internal.DeclaredSettings;
import org.iochub.declarative.internal.expression.function.NumberNotation;
import org.iochub.declarative.internal.expression.function.Tables;
import org.iochub.model.Text;
import org.iochub.model.area.AreaRegistry;
import org.iochub.testkit.TestSource;

/** Scopes and files for tests of expressions. */
final class Scopes {
    static final List<SettingKey> SETTINGS =
            List.of(key("area", SettingKey.Kind.TEXT), key("token", SettingKey.Kind.SECRET));

    private Scopes() {}

    private static SettingKey key(String name, SettingKey.Kind kind) {
        return new SettingKey(
                name, kind, false, true, Text.of("vi", "en"), "", "", Long.MIN_VALUE, Long.MAX_VALUE, "", List.of());
    }

    static Tables tables(Optional<NumberNotation> numbers) {
        return new Tables(
                Map.of("status", Map.of("1", "received", "2", "closed")),
                Map.of("ward", Map.of("P01", "21439", "P02", Map.of("code", "21451", "name", "Trà Câu"))),
                numbers);
    }

    static Scope of(Map<String, Object> row) {
        return new Scope(
                row,
                Map.of("name", "a.json", "folder", "in"),
                TestSource.of(
                        new DeclaredSettings(Map.of("area", "21439", "token", new Secret("env:T", () -> "x"))),
                        AreaRegistry.builtIn()),
                OffsetDateTime.parse("2026-03-02T08:00:00+07:00"),
                new ArrayList<>());
    }
}
