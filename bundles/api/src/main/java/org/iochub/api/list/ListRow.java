package org.iochub.api.list;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.iochub.model.record.Area.Successor;
import org.iochub.model.record.Level;

/**
 * One unit of an official list during one span of validity.
 *
 * @param line where it stands in its file, 1 being the header; 0 when it comes from no file
 * @param to last day, inclusive; empty while it is valid
 * @param parent code of the unit above
 * @param successors who took over on the day after {@code to}
 * @param more the list's other columns that are not empty, by name
 */
public record ListRow(
        int line,
        String code,
        Level level,
        String name,
        Optional<String> parent,
        LocalDate from,
        Optional<LocalDate> to,
        List<Successor> successors,
        Map<String, String> more) {

    /** What tells the spans of a list apart. */
    public record Key(String code, LocalDate from) implements Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            int byCode = code.compareTo(other.code);
            return byCode == 0 ? from.compareTo(other.from) : byCode;
        }
    }

    public ListRow {
        successors = List.copyOf(successors);
        more = Map.copyOf(more);
    }

    public Key key() {
        return new Key(code, from);
    }

    /** Everything but the key, by column, as a list writes it. */
    Map<String, String> values() {
        Map<String, String> values = new TreeMap<>(more);
        values.put("level", level.wireName());
        values.put("name", name);
        values.put("parent", parent.orElse(""));
        values.put("valid_to", to.map(LocalDate::toString).orElse(""));
        values.put(
                "successors",
                successors.stream()
                        .map(heir -> heir.code() + ":" + heir.part().code())
                        .sorted()
                        .collect(Collectors.joining(";")));
        values.values().removeIf(String::isEmpty);
        return values;
    }

    boolean overlaps(ListRow other) {
        return to.map(last -> !last.isBefore(other.from)).orElse(true)
                && other.to.map(last -> !last.isBefore(from)).orElse(true);
    }
}
