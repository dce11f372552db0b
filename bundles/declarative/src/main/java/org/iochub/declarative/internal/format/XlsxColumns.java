package org.iochub.declarative.internal.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Which column of a sheet is which field. Immutable.
 *
 * @param fields the field of each column, by column from 0
 * @param filled columns whose empty cells mean what is above
 * @param pivoted headings of the columns that become rows
 */
record XlsxColumns(Map<Integer, String> fields, Set<Integer> filled, Map<Integer, String> pivoted) {
    /**
     * Looks up in a sheet what the plan names.
     *
     * @param headings by column
     * @throws org.iochub.model.FaultException {@code missing-column}, {@code repeated-heading}
     */
    static XlsxColumns find(XlsxPlan plan, TreeMap<Integer, String> headings, String position) {
        Finder finder = new Finder(plan, headings, position);
        TreeMap<Integer, String> pivoted = new TreeMap<>();
        plan.unpivot().ifPresent(unpivot -> {
            unpivot.columns().forEach(name -> {
                int column = finder.column(name);
                pivoted.put(column, headings.getOrDefault(column, MergedCells.letters(column)));
            });
            unpivot.pattern()
                    .ifPresent(pattern -> headings.forEach((column, heading) -> {
                        if (pattern.isIn(heading)) {
                            pivoted.put(column, heading);
                        }
                    }));
            if (pivoted.isEmpty()) {
                throw Headings.missing("unpivot", List.copyOf(headings.values()), position);
            }
        });
        TreeMap<Integer, String> fields = new TreeMap<>();
        if (plan.columns().isEmpty()) {
            headings.forEach((column, heading) -> {
                if (!pivoted.containsKey(column)) {
                    fields.put(column, heading);
                }
            });
            Headings.check(List.copyOf(fields.values()), position);
        } else {
            plan.columns().forEach((field, name) -> fields.put(finder.column(name), field));
        }
        Set<Integer> filled = new TreeSet<>();
        plan.fillDown().forEach(name -> filled.add(finder.column(name)));
        return new XlsxColumns(fields, filled, pivoted);
    }

    /** The headings of several rows, one below the other, as one: {@code Kế hoạch / Tháng 6}. */
    static TreeMap<Integer, String> headings(
            List<Integer> rows, Map<Integer, TreeMap<Integer, Object>> cells, List<MergedCells> merged) {
        TreeMap<Integer, List<String>> parts = new TreeMap<>();
        for (int row : rows) {
            TreeMap<Integer, Object> own = new TreeMap<>(cells.getOrDefault(row, new TreeMap<>()));
            for (MergedCells area : merged) {
                Object value =
                        cells.getOrDefault(area.firstRow(), new TreeMap<>()).get(area.firstColumn());
                if (value != null && area.firstRow() <= row && row <= area.lastRow()) {
                    // A title merged over a thousand empty columns names no more than there are.
                    int last = Math.min(area.lastColumn(), area.firstColumn() + 1_000);
                    for (int column = area.firstColumn(); column <= last; column++) {
                        own.put(column, value);
                    }
                }
            }
            own.forEach((column, value) -> {
                String text = Headings.clean(value.toString());
                List<String> above = parts.computeIfAbsent(column, c -> new ArrayList<>());
                if (!text.isEmpty()
                        && (above.isEmpty() || !above.get(above.size() - 1).equals(text))) {
                    above.add(text);
                }
            });
        }
        TreeMap<Integer, String> headings = new TreeMap<>();
        parts.forEach((column, texts) -> {
            if (!texts.isEmpty()) {
                headings.put(column, String.join(" / ", texts));
            }
        });
        return headings;
    }

    /** Finds a column by heading, else by field, else by letter. */
    private record Finder(XlsxPlan plan, TreeMap<Integer, String> headings, String position) {
        int column(String name) {
            List<Integer> found = headings.entrySet().stream()
                    .filter(entry -> entry.getValue().equals(name))
                    .map(Map.Entry::getKey)
                    .toList();
            if (found.size() > 1) {
                throw Headings.repeated(name, position);
            }
            if (found.size() == 1) {
                return found.get(0);
            }
            String behind = plan.columns().get(name);
            if (behind != null && !behind.equals(name)) {
                return column(behind);
            }
            if (MergedCells.isColumn(name)) {
                return MergedCells.column(name);
            }
            throw Headings.missing(name, List.copyOf(headings.values()), position);
        }
    }
}
