package org.iochub.declarative.internal.expression;

import java.util.List;
import java.util.Set;
import org.iochub.api.SettingKey;
import org.iochub.declarative.internal.Mistakes;
import org.iochub.model.Text;

/** What a name in an expression stands for: one of the hub's own, else a field of the record. */
final class Names {
    /** These always mean the same; a field of such a name is {@code row['message']}. */
    static final String SETTINGS = "settings";

    private static final Set<SettingKey.Kind> AS_THEY_ARE =
            Set.of(SettingKey.Kind.TEXT, SettingKey.Kind.INTEGER, SettingKey.Kind.BOOLEAN, SettingKey.Kind.CHOICE);

    private final List<SettingKey> settings;

    Names(List<SettingKey> settings) {
        this.settings = settings;
    }

    Evaluator name(String name, int offset) {
        return switch (name) {
            case "row" -> Scope::row;
            case "message" -> Scope::message;
            case SETTINGS ->
                throw new ExpressionError(
                        offset,
                        "Hãy viết settings.khóa, với khóa có trong mục settings.",
                        "Write settings.key, with a key that stands under settings.");
            default -> scope -> scope.row().get(name);
        };
    }

    /** The value of one setting. */
    Evaluator setting(String name, int offset) {
        SettingKey key = settings.stream()
                .filter(setting -> setting.name().equals(name))
                .findFirst()
                .orElseThrow(() -> unknown(name, offset));
        if (key.kind() == SettingKey.Kind.SECRET) {
            throw new ExpressionError(
                    offset,
                    "«" + name + "» là bí mật nên không dùng được trong biểu thức, chỉ trong mục from.",
                    "«" + name + "» is a secret: it cannot be used in an expression, only under from.");
        }
        if (AS_THEY_ARE.contains(key.kind()) || key.list()) {
            return scope -> scope.source().settings().value(name).orElse(null);
        }
        return scope -> scope.source()
                .settings()
                .value(name)
                .map(value -> value instanceof Number number ? Values.number(number) : value.toString())
                .orElse(null);
    }

    private ExpressionError unknown(String name, int offset) {
        Text choices =
                Mistakes.choices(name, settings.stream().map(SettingKey::name).toList());
        return new ExpressionError(
                offset,
                "Không có cấu hình «" + name + "» trong mục settings; " + choices.vi() + ".",
                "There is no setting «" + name + "» under settings; " + choices.en() + ".");
    }
}
