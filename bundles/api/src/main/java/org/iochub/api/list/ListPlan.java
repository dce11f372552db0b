package org.iochub.api.list;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.iochub.model.Text;

/** What a list would change if it were taken: for people, before it is. */
public record ListPlan(List<Change> changes, int unitsNow, int unitsThen) {
    /** What becomes of a unit. */
    public enum Kind {
        NEW("mới", "new"),
        ENDED("hết hiệu lực", "ended"),
        RENAMED("đổi tên", "renamed"),
        CHANGED("sửa", "changed"),
        REMOVED("bị bỏ khỏi danh mục", "removed");

        private final Text word;

        Kind(String vi, String en) {
            this.word = Text.of(vi, en);
        }
    }

    /** @param was the values that differ, as they are; empty for a new unit */
    public record Change(Kind kind, ListRow.Key key, String name, String was, String becomes) {}

    public ListPlan {
        changes = List.copyOf(changes);
    }

    public static ListPlan between(List<ListRow> now, List<ListRow> then) {
        Map<ListRow.Key, ListRow> old = byKey(now);
        Map<ListRow.Key, ListRow> next = byKey(then);
        Set<ListRow.Key> keys = new TreeSet<>(old.keySet());
        keys.addAll(next.keySet());
        List<Change> changes = new ArrayList<>();
        for (ListRow.Key key : keys) {
            change(key, Optional.ofNullable(old.get(key)), Optional.ofNullable(next.get(key)))
                    .ifPresent(changes::add);
        }
        return new ListPlan(changes, now.size(), then.size());
    }

    private static Map<ListRow.Key, ListRow> byKey(List<ListRow> rows) {
        return rows.stream().collect(Collectors.toMap(ListRow::key, Function.identity(), (a, b) -> b, TreeMap::new));
    }

    private static Optional<Change> change(ListRow.Key key, Optional<ListRow> was, Optional<ListRow> becomes) {
        Map<String, String> before = was.map(ListRow::values).orElse(Map.of());
        Map<String, String> after = becomes.map(ListRow::values).orElse(Map.of());
        Set<String> columns = new TreeSet<>(before.keySet());
        columns.addAll(after.keySet());
        columns.removeIf(column -> before.getOrDefault(column, "").equals(after.getOrDefault(column, "")));
        if (columns.isEmpty()) {
            return Optional.empty();
        }
        String name = becomes.or(() -> was).map(ListRow::name).orElseThrow();
        return Optional.of(
                new Change(kind(was, becomes, columns), key, name, shown(before, columns), shown(after, columns)));
    }

    private static Kind kind(Optional<ListRow> was, Optional<ListRow> becomes, Set<String> columns) {
        if (was.isEmpty()) {
            return Kind.NEW;
        }
        if (becomes.isEmpty()) {
            return Kind.REMOVED;
        }
        if (was.get().to().isEmpty() && becomes.get().to().isPresent()) {
            return Kind.ENDED;
        }
        return columns.contains("name") ? Kind.RENAMED : Kind.CHANGED;
    }

    private static String shown(Map<String, String> values, Set<String> columns) {
        return columns.stream()
                .filter(values::containsKey)
                .map(column -> column + "=" + values.get(column))
                .collect(Collectors.joining("; "));
    }

    public long count(Kind kind) {
        return changes.stream().filter(change -> change.kind() == kind).count();
    }

    /** Fewer than half of the units: more likely a file that was cut off than a reform. */
    public boolean looksCut() {
        return unitsThen * 2L < unitsNow;
    }

    /** The counts that are not zero: «2 mới, 1 hết hiệu lực». */
    public Text counts() {
        return Text.of(counts(Text::vi), counts(Text::en));
    }

    private String counts(Function<Text, String> language) {
        return java.util.Arrays.stream(Kind.values())
                .filter(kind -> count(kind) > 0)
                .map(kind -> count(kind) + " " + language.apply(kind.word))
                .collect(Collectors.joining(", "));
    }

    /** A table for a spreadsheet, in both languages. */
    public byte[] table() {
        StringBuilder table = new StringBuilder(
                "\uFEFF"
                        + "Thay đổi / Change,Mã / Code,Hiệu lực từ / Valid from,Tên / Name,Đang dùng / In use,Danh mục mới / New list\n");
        for (Change change : changes) {
            table.append(List.of(
                            change.kind().word.vi() + " / " + change.kind().word.en(),
                            change.key().code(),
                            change.key().from().toString(),
                            change.name(),
                            change.was(),
                            change.becomes())
                    .stream()
                    .map(ListPlan::cell)
                    .collect(Collectors.joining(",", "", "\n")));
        }
        return table.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** A spreadsheet must not take what a list says for a formula. */
    private static String cell(String value) {
        boolean formula = !value.isEmpty() && "=+-@\t".indexOf(value.charAt(0)) >= 0;
        return ListFile.quoted(formula ? "'" + value : value);
    }
}
