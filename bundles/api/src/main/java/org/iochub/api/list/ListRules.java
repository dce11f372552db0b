package org.iochub.api.list;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.iochub.api.list.ListFile.Wrong;
import org.iochub.model.Fault;
import org.iochub.model.record.Area.Successor;

/**
 * What holds for a list of units with validity and succession, whatever the units are: one unit for a code on each day,
 * successors that begin on the day after, a unit above that exists, no circles. A succession cannot be a circle, since
 * each successor begins later.
 */
public final class ListRules {
    /** Deeper than any administration. */
    private static final int DEEPEST = 32;

    private final Map<String, NavigableMap<LocalDate, ListRow>> spans = new HashMap<>();
    private final Map<Integer, Fault> wrong = new LinkedHashMap<>();

    private ListRules() {}

    /**
     * What is wrong with rows of a list, one sentence for each.
     *
     * @param known units of other lists that the rows may refer to; a row of the same code and day replaces one
     */
    public static List<Wrong> check(List<ListRow> rows, List<ListRow> known) {
        return check(rows, known, true);
    }

    /** As {@link #check}, of rows of which some may be missing: what they refer to is not looked for. */
    public static List<Wrong> checkAlone(List<ListRow> rows) {
        return check(rows, List.of(), false);
    }

    private static List<Wrong> check(List<ListRow> rows, List<ListRow> known, boolean references) {
        ListRules rules = new ListRules();
        known.forEach(rules::put);
        Set<ListRow.Key> seen = new HashSet<>();
        for (ListRow row : rows) {
            if (seen.add(row.key())) {
                rules.put(row);
            } else {
                rules.say(
                        row,
                        "duplicate-unit",
                        "mã " + row.code() + " có hai dòng bắt đầu ngày " + row.from() + "; hãy bỏ một dòng.",
                        "the code " + row.code() + " has two rows that begin on " + row.from() + "; take one away.");
            }
        }
        rows.forEach(rules::checkSpan);
        if (references) {
            rows.forEach(rules::checkReferences);
        }
        List<Wrong> wrong = new ArrayList<>();
        rules.wrong.forEach((line, fault) -> wrong.add(new Wrong(line, fault)));
        return wrong;
    }

    private void put(ListRow row) {
        spans.computeIfAbsent(row.code(), code -> new TreeMap<>()).put(row.from(), row);
    }

    private void checkSpan(ListRow row) {
        if (row.to().filter(last -> last.isBefore(row.from())).isPresent()) {
            say(
                    row,
                    "impossible-span",
                    "ngày hết hiệu lực đứng trước ngày bắt đầu.",
                    "the last day of validity lies before the first.");
        } else {
            checkOverlap(row);
        }
    }

    private void checkReferences(ListRow row) {
        row.successors().forEach(heir -> checkHeir(row, heir));
        row.parent().ifPresent(parent -> checkParent(row, parent));
    }

    private void checkOverlap(ListRow row) {
        Optional.ofNullable(spans.get(row.code()).lowerEntry(row.from()))
                .map(Map.Entry::getValue)
                .filter(row::overlaps)
                .ifPresent(earlier -> say(
                        row,
                        "overlapping-spans",
                        "mã " + row.code() + ": «" + earlier.name() + "» còn hiệu lực khi «" + row.name()
                                + "» bắt đầu ngày " + row.from() + "; hãy ghi ngày hết hiệu lực của dòng trước.",
                        "code " + row.code() + ": " + earlier.name() + " is still valid when " + row.name()
                                + " begins on " + row.from() + "; give the last day of the earlier row."));
    }

    private void checkHeir(ListRow row, Successor heir) {
        if (row.to().isEmpty()) {
            say(
                    row,
                    "successor-of-valid",
                    "đơn vị còn hiệu lực nhưng đã có đơn vị kế thừa; hãy ghi valid_to hoặc bỏ successors.",
                    "the unit is still valid but has successors; give valid_to or take successors away.");
            return;
        }
        LocalDate first = row.to().get().plusDays(1);
        if (!spans.getOrDefault(heir.code(), new TreeMap<>()).containsKey(first)) {
            say(
                    row,
                    "unknown-successor",
                    "đơn vị kế thừa " + heir.code() + " không có dòng nào bắt đầu ngày " + first
                            + "; hãy bổ sung dòng đó hoặc sửa mã.",
                    "the successor " + heir.code() + " has no row that begins on " + first
                            + "; add that row or correct the code.");
        }
    }

    private void checkParent(ListRow row, String parent) {
        if (above(row).isEmpty()) {
            say(
                    row,
                    "unknown-parent",
                    "đơn vị cấp trên " + parent + " không có hiệu lực trong thời gian của «" + row.name()
                            + "»; hãy bổ sung hoặc sửa mã.",
                    "the unit above, " + parent + ", is not valid at any time of " + row.name()
                            + "; add it or correct the code.");
            return;
        }
        ListRow unit = row;
        for (int depth = 0; depth < DEEPEST; depth++) {
            Optional<ListRow> next = above(unit);
            if (next.isEmpty()) {
                return;
            }
            unit = next.get();
        }
        say(
                row,
                "circle",
                "các đơn vị cấp trên của " + row.code() + " tạo thành vòng tròn; hãy sửa cột parent.",
                "the units above " + row.code() + " go in a circle; correct the column parent.");
    }

    private Optional<ListRow> above(ListRow row) {
        return row.parent()
                .flatMap(code -> spans.getOrDefault(code, new TreeMap<>()).values().stream()
                        .filter(row::overlaps)
                        .findFirst());
    }

    /** The first thing wrong with a line is said. */
    private void say(ListRow row, String code, String vi, String en) {
        wrong.putIfAbsent(
                row.line(),
                Fault.of(
                        code,
                        "line " + row.line(),
                        "Dòng " + row.line() + ": " + vi,
                        "Line " + row.line() + ": " + en));
    }
}
